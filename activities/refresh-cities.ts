import { log } from '@temporalio/activity'
import type { RefreshContext, RefreshTally } from '../contracts/refresh.ts'
import { addTallies, EMPTY_TALLY, tallyOf, type TalliedCity } from '../contracts/tally.ts'
import { extendClaims, type ClaimedCity } from '../db/queries/claims.ts'
import { outcomesOfRun } from '../db/queries/outcomes.ts'
import { isPlacesOwn } from '../domain/attempt.ts'
import type { CityId } from '../domain/city.ts'
import type { Served } from '../domain/provider-chain.ts'
import { claimShard } from './claims.ts'
import { whileBeating } from './heartbeat.ts'
import type { RefreshDeps } from './refresh-deps.ts'
import { refreshOf, type Store } from './store.ts'

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

/** Many cities in one activity: the whole chain for all of them, what ends together in one write. */
export function createRefreshCitiesActivities(deps: RefreshDeps & { store: Store }) {
  const { db, chain, store, now } = deps

  /** Each city is stored as soon as it is answered: a crash repeats only what was under way. */
  const refreshAll = async (
    claimed: readonly ClaimedCity[],
    { context }: BulkRefresh,
    ownFailures: OwnFailures,
    signal: AbortSignal,
  ): Promise<TalliedCity[]> => {
    const names = new Map(claimed.map(({ city }) => [city.id, city.name]))
    const wishes = claimed.map(({ city, products }) => ({ place: city, products }))
    const { priority, force, runId } = context
    const stored: Promise<TalliedCity>[] = []
    const keep = async (served: Served): Promise<TalliedCity> => {
      await store(refreshOf(served, runId, now()))
      const { cityId, outcome, provider, attempts } = served
      const city = {
        cityId,
        name: names.get(cityId) ?? String(cityId),
        outcome,
        provider,
        attempts,
      }
      if (outcome === 'failed') log.warn('city not refreshed', { refreshRunId: runId, ...city })
      return city
    }
    try {
      await chain.serve(wishes, { priority, force, signal }, (served) => {
        if (!ownFailures.take(served)) stored.push(keep(served))
      })
    } finally {
      await Promise.allSettled(stored)
    }
    return Promise.all(stored)
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
        const cities = [...finished, ...(await refreshAll(claimed, input, ownFailures, signal))]
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
