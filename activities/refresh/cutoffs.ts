import type { RefreshContext } from '../../contracts/refresh.ts'
import type { DueRule } from '../../domain/plan/due-rule.ts'
import type { Cutoffs } from '../../db/queries/due.ts'
import { dueCutoff } from '../../domain/weather/freshness.ts'
import type { ProviderChain } from '../../domain/provider/provider-chain-port.ts'

/**
 * The run's start decides what is due, so that it stays the same however long the run takes: by its
 * plan, where it has one. Forced, everything is that was not confirmed since; what was is never due,
 * also where a tick is longer than the age allowed. What no provider has makes no city due.
 */
export function cutoffsOf(
  context: RefreshContext,
  { products }: Pick<ProviderChain, 'products'>,
): Cutoffs {
  const { startedAtMs, force, maxAgeSeconds, tickSeconds, plan } = context
  if (plan) return cutoffsOfPlan(plan)
  const startedAt = new Date(startedAtMs)
  return Object.fromEntries(
    products.flatMap((product) => {
      const maxAge = maxAgeSeconds[product]
      if (maxAge === undefined) return []
      return [[product, force ? startedAt : dueCutoff(startedAt, maxAge, tickSeconds)]]
    }),
  )
}

export const cutoffsOfPlan = (plan: DueRule): Cutoffs =>
  Object.fromEntries(Object.keys(plan.products).map((product) => [product, plan]))
