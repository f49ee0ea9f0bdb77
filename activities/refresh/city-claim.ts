import type { RefreshCityInput } from '../../contracts/refresh.ts'
import type { RefreshCityResult } from '../../contracts/refresh-results.ts'
import { claimDue } from '../../db/queries/claims.ts'
import { dueCutoff } from '../../domain/weather/freshness.ts'
import { resultOfOthers } from './city-result.ts'
import { waitForOthers } from './shard-claims.ts'
import type { RefreshDeps } from './deps.ts'

/**
 * Claims a city that no parent has claimed, for the products that are due. When another run has
 * claimed it, that run's result is returned.
 */
export async function claimOrJoin(
  deps: RefreshDeps,
  runId: string,
  input: RefreshCityInput,
  signal: AbortSignal,
): Promise<RefreshCityInput | RefreshCityResult> {
  const { db, chain, now } = deps
  const { city, claimMs, maxAgeSeconds } = input
  const since = now()
  const cutoffs = Object.fromEntries(
    input.products
      .filter((product) => chain.products.includes(product))
      .map((product) => {
        const maxAge = maxAgeSeconds?.[product]
        return [product, maxAge === undefined ? null : dueCutoff(since, maxAge, 0)]
      }),
  )
  for (;;) {
    const until = new Date(now().getTime() + claimMs)
    const claims = await claimDue(db, { runId, cityIds: [city.id], cutoffs, now: now(), until })
    const [claimed] = claims.claimed
    if (claimed) return { ...input, products: claimed.products }
    if (claims.held.length === 0) {
      return resultOfOthers(deps, input, { joined: false, skipped: true })
    }
    const { joined, failed } = await waitForOthers(db, {
      cityIds: [city.id],
      runId,
      since,
      takeUpAfterMs: 0,
      now,
      signal,
    })
    if (joined.length + failed.length > 0) {
      return resultOfOthers(deps, input, { joined: true, skipped: false })
    }
  }
}
