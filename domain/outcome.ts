/** How the refresh of one city ended: all that was asked, some of it, or nothing. */
export const CITY_OUTCOMES = ['ok', 'partial', 'failed'] as const

export type CityOutcome = (typeof CITY_OUTCOMES)[number]
