import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import { progressQuery } from '../contracts/progress.ts'
import type { RunStatus } from '../contracts/job.ts'
import type {
  RefreshAllCitiesInput,
  RefreshAllCitiesResult,
  RefreshCarried,
} from '../contracts/refresh.ts'
import { asCancelled } from './cancelled.ts'
import { isExpired } from './expiry.ts'
import { FanOut } from './fan-out.ts'
import { storage } from './proxies.ts'
import { contextOf, left, progressOf, progressTable, resultOf, UNCOUNTED } from './refresh-run.ts'

/**
 * Refreshes every city that is due: pages through the ids, hands shards to `refreshCities`, a
 * bounded number at a time, and continues as new after `shape.shardsPerRun` of them, which bounds
 * the history. At the soft limit it stops starting work, then cancels what hangs. However it ends,
 * cancellation included, the summary of what was done is stored.
 */
export async function refreshAllCities(
  input: RefreshAllCitiesInput,
): Promise<RefreshAllCitiesResult> {
  let run = input.carried ?? begun()
  setHandler(progressQuery, () => progressOf(run), {
    description: 'Cities done, failed, skipped, joined and waiting',
  })
  const fanOut = new FanOut(
    input,
    () => run,
    (next) => {
      run = next
      setCurrentDetails(progressTable(run))
    },
  )
  try {
    if (isExpired(input.limits)) return await finish(input, run, 'expired')
    if (!input.carried) run = await counted(input, run)
    const status = await fanOut.runToItsEnd()
    if (status === 'continues') {
      await condition(allHandlersFinished)
      return await continueAsNew<typeof refreshAllCities>({ ...input, carried: run })
    }
    return await finish(input, run, status)
  } catch (error) {
    if (!CancellationScope.current().consideredCancelled) throw error
    await CancellationScope.nonCancellable(() => finish(input, run, 'cancelled'))
    throw asCancelled(error)
  }
}

const begun = (): RefreshCarried => ({
  ...UNCOUNTED,
  runId: workflowInfo().firstExecutionRunId,
  // What it waited for a worker counts: the hard limit does not wait either.
  startedAtMs: workflowInfo().startTime.getTime(),
})

async function counted(input: RefreshAllCitiesInput, run: RefreshCarried): Promise<RefreshCarried> {
  const { cityIds, shape } = input
  const { active, due } = await storage.countDueCities({
    context: contextOf(input, run),
    ...(cityIds && { cityIds }),
  })
  const automatic = due <= shape.autoCityLimit ? 'city' : 'bulk'
  return { ...run, active, due, fanOut: input.fanOut === 'auto' ? automatic : input.fanOut }
}

/** What was cut short is counted by what is stored: results of cancelled shards never came back. */
async function finish(
  input: RefreshAllCitiesInput,
  run: RefreshCarried,
  status: RunStatus,
): Promise<RefreshAllCitiesResult> {
  const cutShort = status === 'cancelled' || status === 'timed_out'
  const { cityIds, shape } = input
  const { failureSample } = shape
  const tally = cutShort
    ? { ...(await storage.tallyRun({ runId: run.runId, failureSample })), joined: run.tally.joined }
    : run.tally
  const ended = { ...run, tally }
  const leftSample =
    left(ended) === 0
      ? []
      : await storage.sampleLeftCities({
          context: contextOf(input, run),
          ...(cityIds && { cityIds }),
          limit: failureSample,
        })
  const result = resultOf(ended, status, leftSample)
  await storage.storeRefreshSummary({ trigger: input.trigger, result })
  return result
}
