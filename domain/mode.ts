export const MODES = ['live', 'demo'] as const

/** Whose data it is: simulated data never meets live data. */
export type Mode = (typeof MODES)[number]
