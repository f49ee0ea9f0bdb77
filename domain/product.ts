/** The kinds of reading a provider can be asked for; each has an age of its own. */
export const PRODUCTS = ['conditions', 'forecast', 'air-quality'] as const

export type Product = (typeof PRODUCTS)[number]
