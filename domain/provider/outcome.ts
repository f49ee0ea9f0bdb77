/** How the refresh of one city ended: all requested products were served, some, or none. */
export const CITY_OUTCOMES = ['ok', 'partial', 'failed'] as const

export type CityOutcome = (typeof CITY_OUTCOMES)[number]

/** Cities by outcome. */
export type OutcomeCounts = Readonly<Record<CityOutcome, number>>
