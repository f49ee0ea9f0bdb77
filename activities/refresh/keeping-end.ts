import { activityInfo, ApplicationFailure, cancellationDetails, log } from '@temporalio/activity'
import type { Trigger } from '../../contracts/job.ts'
import type { RefreshCityInput } from '../../contracts/refresh.ts'
import type { RefreshCityResult } from '../../contracts/refresh-results.ts'
import type { Database } from '../../db/database.ts'
import { saveRunSummary } from '../../db/queries/run-summaries.ts'

interface Deps {
  readonly db: Database
  readonly now: () => Date
}

/**
 * Keeps how a refresh ended that was asked for by itself; what a run refreshes is in its summary. A
 * success whose end cannot be kept is tried again, and costs no request: what it stored is there.
 */
export async function keepingEnd(
  deps: Deps,
  { trigger }: RefreshCityInput,
  refresh: () => Promise<RefreshCityResult>,
): Promise<RefreshCityResult> {
  if (trigger === undefined) return refresh()
  let result: RefreshCityResult
  try {
    result = await refresh()
  } catch (error) {
    const status = endingOf(error)
    if (status) await keepOrLog(deps, { trigger, status, summary: failureOf(error) })
    throw error
  }
  const status = result.outcome === 'partial' ? 'completed_partial' : 'completed'
  await keep(deps, { trigger, status, summary: result })
  return result
}

/** Undefined where the refresh is tried again. */
function endingOf(error: unknown): 'failed' | 'cancelled' | undefined {
  if (cancellationDetails()?.cancelRequested === true) return 'cancelled'
  return error instanceof ApplicationFailure && error.nonRetryable === true ? 'failed' : undefined
}

/** As `failureChain` has it for a run that Temporal keeps. */
const failureOf = (error: unknown) =>
  error instanceof ApplicationFailure
    ? {
        failure: {
          kind: 'application',
          type: error.type ?? null,
          message: error.message,
          attempts: (error.details ?? []).flat(),
        },
      }
    : {}

interface End {
  readonly trigger: Trigger
  readonly status: string
  readonly summary: object
}

async function keep({ db, now }: Deps, { trigger, status, summary }: End): Promise<void> {
  const { workflowExecution, workflowType, scheduledTimestampMs } = activityInfo()
  if (!workflowExecution) return
  await saveRunSummary(db, {
    runId: workflowExecution.runId,
    workflowId: workflowExecution.workflowId,
    workflowType: workflowType ?? 'refreshCity',
    trigger,
    status,
    startedAt: new Date(scheduledTimestampMs),
    finishedAt: now(),
    summary,
  })
}

const keepOrLog = (deps: Deps, end: End): Promise<void> =>
  keep(deps, end).catch((error: unknown) => {
    log.warn('how a refresh ended is not kept', { error: String(error) })
  })
