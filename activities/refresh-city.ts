import { activityInfo, ApplicationFailure, log } from '@temporalio/activity'
import {
  NO_PROVIDER_ANSWERED,
  type RefreshCityInput,
  type RefreshCityResult,
} from '../contracts/refresh.ts'
import { isFallback } from '../contracts/tally.ts'
import { claimDue, extendClaims, releaseClaims } from '../db/queries/claims.ts'
import { latestConditionsOf } from '../db/queries/latest.ts'
import { lastOutcomes, outcomesOfRun } from '../db/queries/outcomes.ts'
import type { CityRefresh } from '../db/queries/refreshes.ts'
import { dueCutoff } from '../domain/freshness.ts'
import { canRetry, retryAfterMs, type Attempt } from '../domain/attempt.ts'
import type { Served } from '../domain/provider-chain.ts'
import { waitForOthers } from './claims.ts'
import { whileBeating } from './heartbeat.ts'
import type { RefreshDeps } from './refresh-deps.ts'
import type { Store } from './store.ts'

/** A provider's wait beyond this is not slept through: the next tick comes soon enough. */
const LONGEST_RETRY_WAIT_MS = 90_000

/** One city, all the way: claim, providers in order, storage. */
export function createRefreshCityActivities(deps: RefreshDeps & { store: Store }) {
  const { db, chain, store, now } = deps
  const serve = async (input: RefreshCityInput, runId: string, signal: AbortSignal) => {
    const { city, products, priority } = input
    const [served] = await chain.serve([{ place: city, products }], {
      priority,
      signal,
      force: input.force,
    })
    if (!served) throw new Error(`the chain gave no result for city ${city.id}`)
    if (served.outcome === 'failed') {
      const isLast = !canRetry(served.attempts) || isLastTry(input) || isLongWait(served)
      log.warn('city not refreshed', {
        ...fieldsOf(input, runId),
        isLast,
        attempts: served.attempts,
      })
      if (isLast) await store(refreshOf(served, runId, now()))
      throw noProviderAnswered(input, served.attempts, isLast)
    }
    await store(refreshOf(served, runId, now()))
    return served
  }

  return {
    /**
     * Refreshes one city once. Fails with `NoProviderAnswered` and every attempt as details when
     * no provider served it: retryable while that can help.
     */
    async refreshCity(input: RefreshCityInput): Promise<RefreshCityResult> {
      const { city } = input
      const runId = input.runId ?? ownRunId()
      const extend = () =>
        extendClaims(db, runId, [city.id], new Date(now().getTime() + input.claimMs))
      return whileBeating(async (signal) => {
        const finished = await finishedBefore(deps, runId, input)
        if (finished) return finished
        const own = input.runId ? input : await claimOrJoin(deps, runId, input, signal)
        if ('outcome' in own) return own
        try {
          const served = await serve(own, runId, signal)
          const result = await resultOf(deps, own, served)
          log.info('city refreshed', { ...fieldsOf(input, runId), ...summaryOf(result) })
          return result
        } catch (error) {
          if (signal.aborted && !input.runId) await releaseClaims(db, runId, [city.id])
          throw error
        }
      }, extend)
    },
  }
}

export type RefreshCityActivities = ReturnType<typeof createRefreshCityActivities>

/** The same through every retry, reset and continue-as-new of the workflow that asks. */
const ownRunId = (): string => activityInfo().workflowExecution?.runId ?? 'none'

const isLastTry = ({ timings }: RefreshCityInput): boolean =>
  activityInfo().attempt >= timings.retryMaxAttempts

const isLongWait = ({ attempts }: Served): boolean =>
  (retryAfterMs(attempts) ?? 0) > LONGEST_RETRY_WAIT_MS

const fieldsOf = ({ city }: RefreshCityInput, refreshRunId: string) => ({
  refreshRunId,
  cityId: city.id,
  city: city.name,
})

const summaryOf = ({ provider, outcome, temperatureC, fallback }: RefreshCityResult) => ({
  provider,
  outcome,
  temperatureC,
  fallback,
})

export const refreshOf = (served: Served, runId: string, at: Date): CityRefresh => ({
  cityId: served.cityId,
  runId,
  at,
  outcome: served.outcome,
  provider: served.provider,
  reading: served.reading,
  unchanged: served.unchanged,
  attempts: served.attempts,
  memories: served.memories,
})

/** A worker that died after it had stored the refresh leaves the next attempt nothing to do. */
async function finishedBefore(
  deps: RefreshDeps,
  runId: string,
  input: RefreshCityInput,
): Promise<RefreshCityResult | undefined> {
  if (activityInfo().attempt === 1) return undefined
  const [stored] = await outcomesOfRun(deps.db, runId, [input.city.id])
  if (!stored || stored.outcome === 'failed') return undefined
  const { outcome, provider, attempts } = stored
  return describe(deps, input, { outcome, provider, attempts }, OWN_WORK)
}

/**
 * Claims a city nobody claimed for us, for the products that are due; when another run is at it, its
 * result is ours.
 */
async function claimOrJoin(
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
    if (claims.held.length === 0) return stored(deps, input, { joined: false, skipped: true })
    const { joined } = await waitForOthers(db, {
      cityIds: [city.id],
      runId,
      since,
      takeUpAfterMs: 0,
      now,
      signal,
    })
    if (joined.length > 0) return stored(deps, input, { joined: true, skipped: false })
  }
}

interface Share {
  readonly joined: boolean
  readonly skipped: boolean
}

const OWN_WORK: Share = { joined: false, skipped: false }

/** How the last refresh of the city ended, whoever did it. */
async function stored(deps: RefreshDeps, input: RefreshCityInput, share: Share) {
  const [state] = await lastOutcomes(deps.db, [input.city.id])
  const { outcome, provider, attempts } = state ?? {
    outcome: 'failed',
    provider: null,
    attempts: [],
  }
  if (outcome === 'failed' && share.joined) throw noProviderAnswered(input, attempts, true)
  return describe(deps, input, { outcome, provider, attempts }, share)
}

async function resultOf(deps: RefreshDeps, input: RefreshCityInput, served: Served) {
  const conditions = served.reading.conditions
  if (!conditions) return describe(deps, input, served, OWN_WORK)
  return {
    ...frameOf(input, served, OWN_WORK),
    temperatureC: conditions.temperatureC,
    condition: conditions.condition,
    validAt: conditions.validAt.toISOString(),
  }
}

type Ending = Pick<Served, 'outcome' | 'provider' | 'attempts'>

const frameOf = (input: RefreshCityInput, ending: Ending, share: Share) => ({
  cityId: input.city.id,
  name: input.city.name,
  outcome: ending.outcome,
  provider: ending.provider,
  fallback: isFallback(ending.provider, ending.attempts),
  ...share,
  attempts: ending.attempts,
})

/** The result by what is stored: no reading of our own is at hand. */
async function describe(
  { db }: RefreshDeps,
  input: RefreshCityInput,
  ending: Ending,
  share: Share,
): Promise<RefreshCityResult> {
  const [latest] = await latestConditionsOf(db, [input.city.id])
  return {
    ...frameOf(input, ending, share),
    temperatureC: latest?.temperatureC ?? null,
    condition: latest?.condition ?? null,
    validAt: latest?.validAt.toISOString() ?? null,
  }
}

function noProviderAnswered(
  { city }: RefreshCityInput,
  attempts: readonly Attempt[],
  isLast: boolean,
): ApplicationFailure {
  const reasons = attempts.map(({ provider, outcome }) => `${provider}: ${outcome}`).join(', ')
  const waitMs = retryAfterMs(attempts)
  return ApplicationFailure.create({
    message: `No provider answered for ${city.name}, ${city.countryCode} (${reasons || 'none covers it'})`,
    type: NO_PROVIDER_ANSWERED,
    nonRetryable: isLast,
    details: [attempts],
    ...(waitMs !== undefined && { nextRetryDelay: waitMs }),
  })
}
