import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  isCancellation,
  log,
  patched,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import { refreshProgressQuery } from '../contracts/refresh-progress.ts'
import type { RunStatus } from '../contracts/job.ts'
import type { LeftCitiesResult } from '../contracts/refresh-activities.ts'
import type { RefreshAllCitiesInput, RefreshCarried } from '../contracts/refresh.ts'
import type { RefreshAllCitiesResult, ValuesChecked } from '../contracts/refresh-results.ts'
import type { RefreshTally } from '../contracts/tally.ts'
import { ShardDispatcher } from './shard-dispatcher.ts'
import { checkValues, storage } from './proxies.ts'
import { asCancelled, isExpired } from './run-end.ts'
import { contextOf, endingOf, left, progressOf, resultOf, UNCOUNTED } from './refresh-progress.ts'

/**
 * Refreshes every city that is due: pages through the ids, hands shards to `refreshCities`, a
 * bounded number at a time, and continues as new after `shape.shardsPerRun` of them, which bounds
 * the history. At the soft limit it stops starting work, then cancels what hangs. However it ends,
 * cancellation included, the summary of what was done is stored.
 */
export async function refreshAllCities(
  input: RefreshAllCitiesInput,
): Promise<RefreshAllCitiesResult> {
  const dispatcher = new ShardDispatcher(input, input.carried ?? begun())
  setHandler(refreshProgressQuery, () => progressOf(dispatcher.run, Date.now()), {
    description: 'Cities done, failed, skipped, joined and waiting',
  })
  try {
    if (isExpired(input.limits)) return await finish(input, dispatcher.run, 'expired')
    if (!input.carried) await dispatcher.count()
    const status = await dispatcher.runToItsEnd()
    const { run } = dispatcher
    if (status === 'continues') {
      await condition(allHandlersFinished)
      return await continueAsNew<typeof refreshAllCities>({ ...input, carried: run })
    }
    return await finish(input, run, status)
  } catch (error) {
    if (!CancellationScope.current().consideredCancelled) throw error
    await CancellationScope.nonCancellable(() => finish(input, dispatcher.run, 'cancelled'))
    throw asCancelled(error)
  }
}

const begun = (): RefreshCarried => ({
  ...UNCOUNTED,
  runId: workflowInfo().firstExecutionRunId,
  // Queue time counts: the hard limit does not wait either.
  startedAtMs: workflowInfo().startTime.getTime(),
})

async function finish(
  input: RefreshAllCitiesInput,
  run: RefreshCarried,
  status: RunStatus,
): Promise<RefreshAllCitiesResult> {
  const cutShort = status === 'cancelled' || status === 'timed_out'
  const shardFailed = run.shardFailed === true && patched('failed-shard-by-what-is-stored')
  const byStored = cutShort || shardFailed
  const ended = byStored ? { ...run, tally: await storedTally(input, run) } : run
  const { count, sample } = await leftOf(input, ended, !byStored)
  // What was due and no longer is, without this run, another run has refreshed meanwhile.
  const joined = ended.tally.joined + left(ended) - count
  const whole = { ...ended, tally: { ...ended.tally, joined } }
  const counted = shardFailed && !cutShort && status !== 'expired' ? endingOf(whole) : status
  const reported = counted === 'completed' && count > 0 ? 'completed_partial' : counted
  const checked = cutShort || status === 'expired' ? undefined : await valuesChecked(input, run)
  const end = { status: reported, leftSample: sample, nowMs: Date.now() }
  const result = { ...resultOf(whole, end), ...(checked && { checked }) }
  await storage.storeRefreshSummary({ trigger: input.trigger, result })
  return result
}

/** Of a scheduled run. That it cannot be done is no failure of the run. */
async function valuesChecked(
  input: RefreshAllCitiesInput,
  run: RefreshCarried,
): Promise<ValuesChecked | undefined> {
  if (input.tickSeconds === 0 || input.cityIds || !patched('checked-values')) return undefined
  try {
    return await checkValues({ context: contextOf(input, run) })
  } catch (error) {
    if (isCancellation(error)) throw error
    log.warn('the values could not be checked', { error: String(error) })
    return undefined
  }
}

/** Results of shards that were cancelled or failed never came back; what they did is stored. */
async function storedTally(
  { shape: { failureSample } }: RefreshAllCitiesInput,
  { runId, tally: { joined, passes } }: RefreshCarried,
): Promise<RefreshTally> {
  const stored = await storage.tallyRun({ runId, failureSample })
  return { ...stored, joined, ...(passes !== undefined && { passes }) }
}

/** What is left by what is stored. */
async function leftOf(
  input: RefreshAllCitiesInput,
  run: RefreshCarried,
  askedAgainIsLeft: boolean,
): Promise<LeftCitiesResult> {
  const max = left(run)
  if (max === 0) return { count: 0, sample: [] }
  const { cityIds, shape } = input
  const context = contextOf(input, run)
  const which = { context, ...(cityIds && { cityIds }), limit: shape.failureSample }
  if (!patched('left-by-what-is-stored')) {
    return { count: max, sample: await storage.sampleLeftCities(which) }
  }
  const { count, sample } = await storage.leftCities({ ...which, askedAgainIsLeft })
  return { count: Math.min(max, count), sample }
}
