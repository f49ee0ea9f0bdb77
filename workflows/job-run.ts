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
import { summaries } from './proxies.ts'
import { asCancelled, isExpired } from './run-end.ts'
import { SoftLimit } from './soft-limit.ts'

export interface Job<Report extends object> {
  readonly kind: RunKind
  /** Report of a run that did nothing. */
  readonly nothing: Report
  /** One sentence that says how far the report is, also when it is whole. */
  message(report: Report): string
  /** Markdown for the Web UI while the job runs. */
  details?(report: Report): string
  /** Does the work, and reports what it has so far. It stops by itself past the soft limit. */
  work(onProgress: (report: Report) => void, limit: SoftLimit): Promise<JobOutcome<Report>>
}

export interface JobOutcome<Report> {
  readonly report: Report
  /** Whether all the work was done; false where something failed. */
  readonly isWhole: boolean
}

/**
 * The frame of every job but the refresh: a run that starts too late expires, one that reaches its
 * soft limit reports what it has, and however it ends its summary is stored.
 */
export async function runJob<Report extends object>(
  input: JobInput,
  job: Job<Report>,
): Promise<Report & JobEnd> {
  const run = new JobRun(input, job)
  if (isExpired(input.limits)) return run.end('expired')
  const limit = new SoftLimit(run.startedAtMs, input.limits)
  try {
    const outcome = await limit.over(() => job.work(run.onProgress, limit))
    if (outcome === 'cut-short') return await run.end('timed_out')
    run.report = outcome.report
    if (outcome.isWhole) return await run.end('completed')
    return await run.end(limit.isPast ? 'timed_out' : 'completed_partial')
  } catch (error) {
    if (!CancellationScope.current().consideredCancelled) throw error
    await CancellationScope.nonCancellable(() => run.end('cancelled'))
    throw asCancelled(error)
  }
}

/** What a run has so far, for the query, the Web UI and its summary. */
class JobRun<Report extends object> {
  readonly #trigger: JobInput['trigger']
  readonly #job: Job<Report>
  /** Queue time counts: the hard limit does not wait either. */
  readonly startedAtMs = workflowInfo().startTime.getTime()
  report: Report

  constructor({ trigger }: JobInput, job: Job<Report>) {
    this.#trigger = trigger
    this.#job = job
    this.report = job.nothing
    setHandler(jobProgressQuery, () => this.#progress(), { description: 'The report so far' })
  }

  readonly onProgress = (report: Report): void => {
    this.report = report
    setCurrentDetails(this.#job.details?.(report) ?? this.#job.message(report))
  }

  async end(status: RunStatus): Promise<Report & JobEnd> {
    const isExpired = status === 'expired'
    const result = {
      ...this.report,
      runId: workflowInfo().firstExecutionRunId,
      status,
      message: isExpired ? EXPIRED : this.#job.message(this.report),
      startedAt: this.#since,
      durationMs: Date.now() - this.startedAtMs,
    }
    const details = isExpired ? undefined : this.#job.details?.(this.report)
    setCurrentDetails(details ?? result.message)
    await summaries.storeRunSummary({ kind: this.#job.kind, trigger: this.#trigger, result })
    return result
  }

  #progress() {
    const { report } = this
    return { message: this.#job.message(report), report, since: this.#since }
  }

  get #since(): string {
    return new Date(this.startedAtMs).toISOString()
  }
}

const EXPIRED = 'Expired: no worker took the run up in time'
