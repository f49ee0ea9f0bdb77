import {
  CancellationScope,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import {
  jobProgressQuery,
  type JobEnd,
  type JobInput,
  type RunKind,
  type RunStatus,
} from '../contracts/job.ts'
import { asCancelled } from './cancelled.ts'
import { isExpired } from './expiry.ts'
import { summaries } from './proxies.ts'
import { SoftLimit } from './soft-limit.ts'

export interface Job<Report extends object> {
  readonly kind: RunKind
  /** What a run reports that did nothing. */
  readonly nothing: Report
  /** One sentence that says how far the report is, also when it is whole. */
  message(report: Report): string
  /** Markdown for the Web UI while the job runs. */
  details?(report: Report): string
  /** Does the work, telling what it has so far. It stops by itself past the soft limit. */
  work(told: (report: Report) => void, limit: SoftLimit): Promise<JobOutcome<Report>>
}

export interface JobOutcome<Report> {
  readonly report: Report
  /** Whether everything was done that was there to do; false where something failed. */
  readonly isWhole: boolean
}

/**
 * The frame of every job but the refresh: a run that starts too late expires, one that reaches its
 * soft limit reports what it has, and however it ends its summary is stored.
 */
export async function runJob<Report extends object>(
  { trigger, limits }: JobInput,
  job: Job<Report>,
): Promise<Report & JobEnd> {
  // What it waited for a worker counts: the hard limit does not wait either.
  const startedAtMs = workflowInfo().startTime.getTime()
  let report = job.nothing
  const told = (next: Report): void => {
    report = next
    setCurrentDetails(job.details?.(report) ?? job.message(report))
  }
  const since = new Date(startedAtMs).toISOString()
  setHandler(jobProgressQuery, () => ({ message: job.message(report), report, since }), {
    description: 'The report so far',
  })

  const end = async (status: RunStatus): Promise<Report & JobEnd> => {
    const result = {
      ...report,
      runId: workflowInfo().firstExecutionRunId,
      status,
      message: status === 'expired' ? EXPIRED : job.message(report),
      startedAt: since,
      durationMs: Date.now() - startedAtMs,
    }
    setCurrentDetails((status === 'expired' ? undefined : job.details?.(report)) ?? result.message)
    await summaries.storeRunSummary({ kind: job.kind, trigger, result })
    return result
  }

  if (isExpired(limits)) return end('expired')
  const limit = new SoftLimit(startedAtMs, limits)
  try {
    const outcome = await limit.over(() => job.work(told, limit))
    if (outcome === 'cut-short') return await end('timed_out')
    report = outcome.report
    if (outcome.isWhole) return await end('completed')
    return await end(limit.isPast ? 'timed_out' : 'completed_partial')
  } catch (error) {
    if (!CancellationScope.current().consideredCancelled) throw error
    await CancellationScope.nonCancellable(() => end('cancelled'))
    throw asCancelled(error)
  }
}

const EXPIRED = 'Expired: no worker took the run up in time'
