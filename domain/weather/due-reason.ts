import type { Product } from './product.ts'

/** Why a city is refreshed now. */
export const DUE_REASONS = ['forced', 'never-fetched', 'too-old'] as const

export type DueReason = (typeof DUE_REASONS)[number]

/** Of products that are due, the most telling: a cutoff of null forces, a moment of null is none. */
export function dueReason(
  products: readonly Product[],
  cutoffs: Readonly<Partial<Record<Product, Date | null>>>,
  confirmedAt: Readonly<Record<Product, Date | null>>,
): DueReason {
  if (products.some((product) => confirmedAt[product] === null)) return 'never-fetched'
  return products.every((product) => cutoffs[product] === null) ? 'forced' : 'too-old'
}
