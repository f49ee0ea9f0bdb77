import type { RefreshContext } from '../contracts/refresh.ts'
import type { Cutoffs } from '../db/queries/claims.ts'
import { dueCutoff } from '../domain/freshness.ts'
import { PRODUCTS } from '../domain/product.ts'

/**
 * The run's start decides what is due, so that it stays the same however long the run takes. Forced,
 * everything is that was not confirmed since.
 */
export function cutoffsOf(context: RefreshContext): Cutoffs {
  const { startedAtMs, force, maxAgeSeconds, tickSeconds } = context
  const startedAt = new Date(startedAtMs)
  return Object.fromEntries(
    PRODUCTS.flatMap((product) => {
      const maxAge = maxAgeSeconds[product]
      if (maxAge === undefined) return []
      return [[product, force ? startedAt : dueCutoff(startedAt, maxAge, tickSeconds)]]
    }),
  )
}
