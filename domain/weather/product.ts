/** The kinds of reading that a provider serves; each has its own maximum age. */
export const PRODUCTS = ['conditions', 'forecast', 'air-quality'] as const

export type Product = (typeof PRODUCTS)[number]
