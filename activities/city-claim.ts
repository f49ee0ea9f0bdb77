import { activityInfo } from '@temporalio/activity'
import type { RefreshCityInput, RefreshCityResult } from '../contracts/refresh.ts'
import { claimDue } from '../db/queries/claims.ts'
import { outcomesOfRun } from '../db/queries/outcomes.ts'
import { dueCutoff } from '../domain/freshness.ts'
import { OWN_WORK, resultAsStored, resultOfOthers } from './city-result.ts'
import { waitForOthers } from './claims.ts'
import type { RefreshDeps } from './refresh-deps.ts'

/** A worker that died after it had stored the refresh leaves the next attempt nothing to do. */
export async function finishedBefore(
  deps: RefreshDeps,
  runId: string,
  input: RefreshCityInput,
): Promise<RefreshCityResult | undefined> {
  if (activityInfo().attempt === 1) return undefined
  const [stored] = await outcomesOfRun(deps.db, runId, [input.city.id])
  if (!stored || stored.outcome === 'failed') return undefined
  const { outcome, provider, attempts } = stored
  return resultAsStored(deps, input, { outcome, provider, attempts }, OWN_WORK)
}

/**
 * Claims a city nobody claimed for us, for the products that are due; when another run is at it, its
 * result is ours.
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
    if (claims.held.length === 0)
      return resultOfOthers(deps, input, { joined: false, skipped: true })
    const { joined } = await waitForOthers(db, {
      cityIds: [city.id],
      runId,
      since,
      takeUpAfterMs: 0,
      now,
      signal,
    })
    if (joined.length > 0) return resultOfOthers(deps, input, { joined: true, skipped: false })
  }
}
