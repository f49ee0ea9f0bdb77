import { activityInfo, log } from '@temporalio/activity'
import type { RefreshCityInput, RefreshCityResult } from '../contracts/refresh.ts'
import { extendClaims, releaseClaims } from '../db/queries/claims.ts'
import { canRetry, retryAfterMs } from '../domain/attempt.ts'
import type { Served } from '../domain/provider-chain.ts'
import { claimOrJoin, finishedBefore } from './city-claim.ts'
import { noProviderAnswered } from './city-failure.ts'
import { resultOf } from './city-result.ts'
import { whileBeating } from './heartbeat.ts'
import type { RefreshDeps } from './refresh-deps.ts'
import { refreshOf, type Store } from './store.ts'

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
