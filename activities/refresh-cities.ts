import { log } from '@temporalio/activity'
import type { RefreshContext, RefreshTally } from '../contracts/refresh.ts'
import { addTallies, EMPTY_TALLY, tallyOf, type TalliedCity } from '../contracts/tally.ts'
import { extendClaims, type ClaimedCity } from '../db/queries/claims.ts'
import { outcomesOfRun } from '../db/queries/outcomes.ts'
import { saveRefreshes } from '../db/queries/refreshes.ts'
import { isPlacesOwn } from '../domain/attempt.ts'
import type { CityId } from '../domain/city.ts'
import type { Served } from '../domain/provider-chain.ts'
import { claimShard } from './claims.ts'
import { whileBeating } from './heartbeat.ts'
import { refreshOf } from './refresh-city.ts'
import type { RefreshDeps } from './refresh-deps.ts'

/** Cities that are asked, stored and counted together. */
const CITIES_PER_PAGE = 125

export interface BulkRefresh {
  readonly context: RefreshContext
  readonly cityIds: readonly CityId[]
  /** At most so many failures of a city's own are left to children. */
  readonly ownFailureChildren: number
  readonly failureSample: number
}

export interface BulkRefreshed {
  readonly tally: RefreshTally
  /** Another run is at them. */
  readonly held: readonly CityId[]
  /** Failed for a reason of their own, not stored yet: each is worth a child of its own. */
  readonly ownFailures: readonly ClaimedCity[]
}

/** Many cities in one activity: the whole chain for a page of them, one multi-row write a page. */
export function createRefreshCitiesActivities(deps: RefreshDeps) {
  const { db, chain, shareLatest, now } = deps

  const refreshPage = async (
    page: readonly ClaimedCity[],
    { context }: BulkRefresh,
    ownFailures: OwnFailures,
    signal: AbortSignal,
  ): Promise<TalliedCity[]> => {
    const wishes = page.map(({ city, products }) => ({ place: city, products }))
    const { priority, force } = context
    const results = await chain.serve(wishes, { priority, force, signal })
    const kept = results.filter((served) => !ownFailures.take(served))
    await saveRefreshes(
      db,
      kept.map((served) => refreshOf(served, context.runId, now())),
    )
    await shareLatest(kept.map(({ cityId }) => cityId))
    return named(page, kept)
  }

  return {
    async refreshCitiesInBulk(input: BulkRefresh): Promise<BulkRefreshed> {
      const { context, cityIds, failureSample } = input
      const { runId, claimMs } = context
      const extend = () => extendClaims(db, runId, cityIds, new Date(now().getTime() + claimMs))
      return whileBeating(async (signal) => {
        const finished = await outcomesOfRun(db, runId, cityIds)
        const finishedIds = new Set(finished.map(({ cityId }) => cityId))
        const { claimed, held, gone } = await claimShard(deps, context, cityIds, finishedIds)
        const ownFailures = new OwnFailures(input.ownFailureChildren)
        const pages = pagesOf(claimed).map((page) => refreshPage(page, input, ownFailures, signal))
        const cities = [...finished, ...(await allEnded(pages)).flat()]
        const tally = addTallies(
          tallyOf(cities, failureSample),
          { ...EMPTY_TALLY, joined: gone.length },
          failureSample,
        )
        const { failed, providers } = tally
        log.info('shard refreshed', {
          refreshRunId: runId,
          cities: cities.length,
          failed,
          providers,
        })
        return { tally, held, ownFailures: ownFailures.of(claimed) }
      }, extend)
    },
  }
}

export type RefreshCitiesActivities = ReturnType<typeof createRefreshCitiesActivities>

/** Failures that are the city's own, up to a number; the rest are outcomes like any other. */
class OwnFailures {
  readonly #ids = new Set<CityId>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  take({ outcome, attempts, cityId }: Served): boolean {
    if (outcome !== 'failed' || this.#ids.size >= this.#most || !isPlacesOwn(attempts)) return false
    this.#ids.add(cityId)
    return true
  }

  of(claimed: readonly ClaimedCity[]): ClaimedCity[] {
    return claimed.filter(({ city }) => this.#ids.has(city.id))
  }
}

/** Like `Promise.all`, but nothing is still being stored when it throws. */
async function allEnded<Result>(promises: readonly Promise<Result>[]): Promise<Result[]> {
  await Promise.allSettled(promises)
  return Promise.all(promises)
}

function* slices<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}

const pagesOf = (claimed: readonly ClaimedCity[]): ClaimedCity[][] => [
  ...slices(claimed, CITIES_PER_PAGE),
]

function named(page: readonly ClaimedCity[], results: readonly Served[]): TalliedCity[] {
  const names = new Map(page.map(({ city }) => [city.id, city.name]))
  return results.map(({ cityId, outcome, provider, attempts }) => ({
    cityId,
    name: names.get(cityId) ?? String(cityId),
    outcome,
    provider,
    attempts,
  }))
}
