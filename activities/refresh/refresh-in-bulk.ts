import { log } from '@temporalio/activity'
import type {
  PassToCome,
  RefreshCitiesActivities,
  RefreshCitiesInBulkInput,
  RefreshCitiesInBulkResult,
} from '../../contracts/refresh-activities.ts'
import { tallyOf, type TalliedCity } from '../../contracts/city-tally.ts'
import { addTallies, EMPTY_TALLY, type RefreshTally } from '../../contracts/tally.ts'
import { extendClaims } from '../../db/queries/claims.ts'
import type { ClaimedCity } from '../../domain/city/claimed-city.ts'
import { outcomesOfRun, type StoredOutcome } from '../../db/queries/outcomes.ts'
import { isPlacesOwn } from '../../domain/provider/attempt.ts'
import { mergePasses, notStoredAt, refusedOf } from '../../domain/provider/city-attempts.ts'
import type { CityId } from '../../domain/city/city.ts'
import type { PlaceRequest } from '../../domain/provider/provider.ts'
import type { Served } from '../../domain/provider/provider-chain-port.ts'
import { claimShard } from './shard-claims.ts'
import { announce } from '../announce.ts'
import { withHeartbeat } from '../heartbeat.ts'
import { NextPass } from './next-pass.ts'
import type { RefreshDeps } from './deps.ts'
import type { RunPlans } from './run-plan.ts'
import { refreshOf, type Store } from './refresh-writer.ts'

type Deps = RefreshDeps & { readonly store: Store; readonly plans: RunPlans }

/** The whole chain for all of them; what ends together is stored in one write. */
export const createRefreshCitiesActivities = (deps: Deps): RefreshCitiesActivities => ({
  refreshCitiesInBulk: (input) =>
    withHeartbeat(
      (signal) => refreshInBulk(deps, input, signal),
      () => extend(deps, input, input.cityIds),
    ),
})

function extend(
  { db, now }: Deps,
  { context: { runId, claimMs } }: RefreshCitiesInBulkInput,
  cityIds: readonly CityId[],
  moreMs = 0,
): Promise<void> {
  return extendClaims(db, runId, cityIds, new Date(now().getTime() + claimMs + moreMs))
}

async function refreshInBulk(
  deps: Deps,
  input: RefreshCitiesInBulkInput,
  signal: AbortSignal,
): Promise<RefreshCitiesInBulkResult> {
  const { context, cityIds, failureSample } = input
  const stored = await outcomesOfRun(deps.db, context.runId, cityIds)
  const again = stored.filter(({ asksAgain }) => asksAgain).map(({ cityId }) => cityId)
  const worth = await worthAgain(deps, input, again)
  const finished = stored.filter(({ asksAgain, cityId }) => !asksAgain || !worth.has(cityId))
  const finishedIds = new Set(finished.map(({ cityId }) => cityId))
  const open = cityIds.filter((cityId) => !finishedIds.has(cityId))
  const { claimed, held, gone } = await claimShard(deps, context, open)
  const pass = new BulkPass(deps, input, claimed, stored, signal)
  const cities = [...finished, ...(await pass.refresh())]
  await announce(deps)
  const { again: next, ownFailures } = pass
  // The next pass comes after the wait, and finds its cities still claimed.
  if (next) await extend(deps, input, next.cityIds, next.waitMs)
  const joined = { ...EMPTY_TALLY, joined: gone.length }
  const tally = {
    ...addTallies(tallyOf(cities, failureSample), joined, failureSample),
    ...(input.pass && { passes: input.pass.number }),
  }
  logShard(input, cities.length, tally, next)
  return { tally, held, ownFailures, ...(next && { again: next }) }
}

/** A further call for a city is bought only at the price of now; without a plan it is for all. */
async function worthAgain(
  { plans }: Deps,
  { context, pass }: RefreshCitiesInBulkInput,
  cityIds: readonly CityId[],
): Promise<ReadonlySet<CityId>> {
  const isFirst = pass === undefined || pass.number === 1
  if (!context.plan || isFirst || cityIds.length === 0) return new Set(cityIds)
  return plans.worthAgain(context, cityIds)
}

function logShard(
  { context, pass }: RefreshCitiesInBulkInput,
  cities: number,
  { failed, providers }: RefreshTally,
  again: PassToCome | undefined,
): void {
  log.info('shard refreshed', {
    refreshRunId: context.runId,
    cities,
    failed,
    providers,
    ...(pass && { pass: pass.number }),
    ...(again && { again: again.cityIds.length, waitMs: again.waitMs }),
  })
}

/** One pass over the claimed cities of a shard. */
class BulkPass {
  readonly #deps: Deps
  readonly #input: RefreshCitiesInBulkInput
  readonly #claimed: readonly ClaimedCity[]
  readonly #earlier: ReadonlyMap<CityId, StoredOutcome>
  readonly #signal: AbortSignal
  readonly #names: ReadonlyMap<CityId, string>
  readonly #nextPass: NextPass
  readonly #ownFailureIds = new Set<CityId>()

  constructor(
    deps: Deps,
    input: RefreshCitiesInBulkInput,
    claimed: readonly ClaimedCity[],
    stored: readonly StoredOutcome[],
    signal: AbortSignal,
  ) {
    this.#deps = deps
    this.#input = input
    this.#claimed = claimed
    const asked = stored.filter(({ asksAgain }) => asksAgain)
    this.#earlier = new Map(asked.map((outcome) => [outcome.cityId, outcome]))
    this.#signal = signal
    this.#names = new Map(claimed.map(({ city }) => [city.id, city.name]))
    this.#nextPass = new NextPass(input.pass, deps.now)
  }

  get again(): PassToCome | undefined {
    return this.#nextPass.again
  }

  get ownFailures(): ClaimedCity[] {
    return this.#claimed.filter(({ city }) => this.#ownFailureIds.has(city.id))
  }

  /** Each city is stored as soon as it is answered: a crash repeats only what was under way. */
  async refresh(): Promise<TalliedCity[]> {
    const { priority, force, ceilings } = this.#input.context
    const stored: Promise<TalliedCity | undefined>[] = []
    const requests = this.#claimed.map(({ city, products, first }): PlaceRequest => ({
      place: city,
      products,
      ...(first && { first }),
      without: notStoredAt(this.#earlier.get(city.id)?.attempts ?? []),
    }))
    try {
      const options = { priority, force, signal: this.#signal, ceilings }
      await this.#deps.chain.serve(requests, options, (served) => {
        if (this.#isOwnFailure(served)) return
        const kept = this.#keep(served)
        // Looked at when all are in: until then a write that fails must not end the process.
        kept.catch(() => undefined)
        stored.push(kept)
      })
    } finally {
      await Promise.allSettled(stored)
    }
    return (await Promise.all(stored)).filter((city) => city !== undefined)
  }

  /** Undefined for a city that is asked about again. */
  async #keep(answered: Served): Promise<TalliedCity | undefined> {
    const { store, now } = this.#deps
    const { runId } = this.#input.context
    const earlier = this.#earlier.get(answered.cityId)
    const served = earlier ? mergePasses(earlier, answered) : answered
    const asksAgain = this.#nextPass.takes(answered.attempts, served.outcome)
    const kept = await store(
      {
        ...refreshOf(served, runId, now(), asksAgain),
        // Another provider may answer what this one's answer could not be stored for.
        asksAgainFor: (refused, outcome) => this.#nextPass.takes(refused, outcome),
      },
      this.#signal,
    )
    const { cityId, outcome, provider } = kept
    if (kept.asksAgain) {
      this.#nextPass.add(cityId, asksAgain ? answered.attempts : refusedOf(served, kept))
      return undefined
    }
    const name = this.#names.get(cityId) ?? String(cityId)
    const city = { cityId, name, outcome, provider, attempts: kept.attempts }
    if (outcome === 'failed') log.warn('city not refreshed', { refreshRunId: runId, ...city })
    return city
  }

  /** A failure of the city's own that no further pass mends is left to a child, up to a number. */
  #isOwnFailure({ outcome, attempts, cityId, reading }: Served): boolean {
    // A child asks for everything as if for the first time: what a pass has stored would be lost.
    if (this.#earlier.has(cityId)) return false
    if (outcome !== 'failed' || Object.keys(reading).length > 0) return false
    if (this.#ownFailureIds.size >= this.#input.ownFailureChildren) return false
    if (!isPlacesOwn(attempts) || this.#nextPass.takes(attempts, outcome)) return false
    this.#ownFailureIds.add(cityId)
    return true
  }
}
