import { activityInfo, log } from '@temporalio/activity'
import type { RefreshCityActivities } from '../../contracts/refresh-activities.ts'
import type { RefreshCityInput } from '../../contracts/refresh.ts'
import type { RefreshCityResult } from '../../contracts/refresh-results.ts'
import { extendClaims, releaseClaims } from '../../db/queries/claims.ts'
import type { StoredOutcome } from '../../db/queries/outcomes.ts'
import type { Attempt } from '../../domain/provider/attempt.ts'
import {
  mergePasses,
  notStoredAt,
  openProducts,
  refusedOf,
} from '../../domain/provider/city-attempts.ts'
import type { PlaceRequest } from '../../domain/provider/provider.ts'
import type { Served } from '../../domain/provider/provider-chain-port.ts'
import { backOffMs } from '../../domain/time/back-off.ts'
import { keepingEnd } from './keeping-end.ts'
import { claimOrJoin } from './city-claim.ts'
import { storedByEarlierTries } from './earlier-tries.ts'
import { noProviderAnsweredFailure, servedInPartFailure } from './refresh-failures.ts'
import { OWN_WORK, resultAsStored, resultOfServed } from './city-result.ts'
import { announce } from '../announce.ts'
import { withHeartbeat } from '../heartbeat.ts'
import { waitMsOf } from './next-pass.ts'
import type { RefreshDeps } from './deps.ts'
import type { RunPlans } from './run-plan.ts'
import { refreshOf, type Store } from './refresh-writer.ts'

/** A provider's wait beyond this is not slept through: the next tick comes soon enough. */
const MAX_RETRY_WAIT_MS = 90_000

type Deps = RefreshDeps & { readonly store: Store; readonly plans: RunPlans }

/** One city, all the way: claim, providers in order, storage. */
export const createRefreshCityActivities = (deps: Deps): RefreshCityActivities => ({
  refreshCity(input) {
    const { db, now } = deps
    const { city, claimMs } = input
    const runId = input.runId ?? ownRunId()
    const extend = () => extendClaims(db, runId, [city.id], new Date(now().getTime() + claimMs))
    return keepingEnd(deps, input, () =>
      withHeartbeat((signal) => refresh(deps, { input, runId, signal }), extend),
    )
  },
})

async function refresh(
  deps: Deps,
  { input, runId, signal }: Pick<Try, 'input' | 'runId' | 'signal'>,
): Promise<RefreshCityResult> {
  const stored = await storedByEarlierTries(deps, runId, input)
  if (stored && !stored.asksAgain && stored.outcome !== 'failed') {
    return resultAsStored(deps, input, stored, OWN_WORK)
  }
  const own = input.runId ? input : await claimOrJoin(deps, runId, input, signal)
  if ('outcome' in own) return own
  try {
    const earlier = stored?.asksAgain === true ? stored : undefined
    const served = await serve(deps, { input: own, runId, earlier, signal })
    const result = await resultOfServed(deps, own, served)
    log.info('city refreshed', { ...fieldsOf(input, runId), ...summaryOf(result) })
    return result
  } catch (error) {
    if (signal.aborted && !input.runId) await releaseClaims(deps.db, runId, [input.city.id])
    throw error
  }
}

interface Try {
  readonly input: RefreshCityInput
  readonly runId: string
  /** What an earlier try came to, whose open products are asked for again. */
  readonly earlier: StoredOutcome | undefined
  readonly signal: AbortSignal
}

async function serve(deps: Deps, one: Try): Promise<Served> {
  const { store, now } = deps
  const { input, runId, earlier, signal } = one
  const answered = await ask(deps, one)
  const served = earlier ? mergePasses(earlier, answered) : answered
  const mayAsk = served.outcome !== 'ok' && (await isWorthAgain(deps, input))
  const askedForMs = mayAsk ? retryMs(input, answered.attempts) : undefined
  const kept = await store(
    {
      ...refreshOf(served, runId, now(), askedForMs !== undefined),
      // Another provider may answer what this one's answer could not be stored for.
      asksAgainFor: (refused) => retryMs(input, refused) !== undefined,
    },
    signal,
  )
  await announce(deps)
  const again = askedForMs ?? retryMs(input, refusedOf(served, kept))
  const { outcome, attempts } = kept
  if (outcome === 'failed' || again !== undefined) {
    const isLast = again === undefined
    log.warn(outcome === 'failed' ? 'city not refreshed' : 'city refreshed in part', {
      ...fieldsOf(input, runId),
      outcome,
      isLast,
      attempts,
    })
  }
  if (outcome === 'failed') throw noProviderAnsweredFailure(input, attempts, again)
  if (again !== undefined) throw servedInPartFailure(input, attempts, again)
  return { ...served, ...kept }
}

/** At the price of now, where the run is planned. */
async function isWorthAgain(
  { plans }: Deps,
  { planned, city }: RefreshCityInput,
): Promise<boolean> {
  return planned === undefined || (await plans.worthAgain(planned, [city.id])).has(city.id)
}

async function ask({ chain }: Deps, { input, earlier, signal }: Try): Promise<Served> {
  const { city, priority, force, first, ceilings } = input
  const attempts = earlier?.attempts ?? []
  const products = openProducts(input.products, attempts)
  const without = notStoredAt(attempts)
  const request: PlaceRequest = { place: city, products, without, ...(first && { first }) }
  const [served] = await chain.serve([request], {
    priority,
    signal,
    force,
    ceilings,
  })
  if (!served) throw new Error(`the chain gave no result for city ${city.id}`)
  return served
}

/** How long to wait before the next try; undefined where this was the last. */
function retryMs({ timings }: RefreshCityInput, attempts: readonly Attempt[]): number | undefined {
  const { attempt } = activityInfo()
  if (attempt >= timings.retryMaxAttempts) return undefined
  const askedForMs = waitMsOf(attempts, MAX_RETRY_WAIT_MS)
  if (askedForMs === undefined) return undefined
  return Math.max(askedForMs, backOffMs(timings.retryInitialMs, attempt))
}

/** The same through every retry, reset and continue-as-new of the workflow that asks. */
const ownRunId = (): string => activityInfo().workflowExecution?.runId ?? 'none'

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
