import { WorkflowFailedError, type Client, type WorkflowHandle } from '@temporalio/client'
import { DefaultFailureConverter, defaultPayloadConverter } from '@temporalio/common'
import {
  refreshProgressQuery,
  withStored,
  type RefreshProgress,
  type StoredOutcomesOf,
} from '../contracts/refresh-progress.ts'
import { withinMs } from './connect.ts'
import { failureChain, failureReason, type FailureLink } from './failure-chain.ts'
import { findRun, type TaskRun } from './task-run.ts'
import { attemptOf, nextRetryOf, statusOf, type TaskStatusName } from './task-status.ts'

export type { FailureLink } from './failure-chain.ts'
export type { TaskStatusName } from './task-status.ts'

const CALL_TIMEOUT_MS = 8_000
/** Without workers a query has no answer. */
const QUERY_TIMEOUT_MS = 3_000

export interface TaskStatus {
  readonly taskId: string
  readonly workflowId: string
  /** The run that the task has come to; its id differs from the first one's after continue-as-new. */
  readonly runId: string
  /** Workflow type. */
  readonly name: string
  readonly status: TaskStatusName
  /** What the run returned; null until it has succeeded. */
  readonly result: unknown
  /** Why it failed or is being retried, outermost first. */
  readonly failure: readonly FailureLink[] | null
  /** The same in one line. */
  readonly reason: string | null
  readonly progress: RefreshProgress | null
  readonly startedAt: Date
  readonly closedAt: Date | null
  /** Attempt of the activity under way that was tried most often; null while none is. */
  readonly attempts: number | null
  /** When a failed activity is tried again; null while none waits for that. */
  readonly nextRetryAt: Date | null
}

/** Undefined for an unknown task. */
export async function taskStatus(
  client: Client,
  taskId: string,
  storedOutcomesOf: StoredOutcomesOf,
): Promise<TaskStatus | undefined> {
  const run = await withinMs(client, CALL_TIMEOUT_MS, () => findRun(client, taskId))
  if (!run) return undefined
  const { description } = run
  const status = statusOf(description)
  const isClosed = description.closeTime !== undefined
  const ending = isClosed ? await closedEnding(client, run) : retriedEnding(run)
  return {
    taskId,
    workflowId: description.workflowId,
    runId: description.runId,
    name: description.type,
    status,
    result: ending.result ?? null,
    failure: ending.failure,
    reason: ending.failure && failureReason(ending.failure),
    progress:
      isClosed || status === 'PENDING'
        ? null
        : await refreshProgressOf(client, run, storedOutcomesOf),
    startedAt: description.startTime,
    closedAt: description.closeTime ?? null,
    attempts: isClosed ? null : attemptOf(description),
    nextRetryAt: isClosed ? null : nextRetryOf(description),
  }
}

interface Ending {
  readonly result?: unknown
  readonly failure: readonly FailureLink[] | null
}

/** For a closed run only: its result is there at once. */
async function closedEnding(client: Client, { description }: TaskRun): Promise<Ending> {
  const { workflowId, runId } = description
  const handle = client.workflow.getHandle(workflowId, runId, { followRuns: false })
  try {
    const result: unknown = await withinMs(client, CALL_TIMEOUT_MS, () => handle.result())
    return { result, failure: null }
  } catch (error) {
    if (!(error instanceof WorkflowFailedError)) throw error
    return { failure: failureChain(error.cause) }
  }
}

const failures = new DefaultFailureConverter()

function retriedEnding({ description }: TaskRun): Ending {
  const [retried] = (description.raw.pendingActivities ?? [])
    .filter(({ lastFailure }) => lastFailure)
    .sort((one, other) => (other.attempt ?? 0) - (one.attempt ?? 0))
  if (!retried?.lastFailure) return { failure: null }
  const error = failures.failureToError(retried.lastFailure, defaultPayloadConverter)
  return { failure: failureChain(error) }
}

async function refreshProgressOf(
  client: Client,
  { description, firstRunId }: TaskRun,
  storedOutcomesOf: StoredOutcomesOf,
): Promise<RefreshProgress | null> {
  if (description.type !== 'refreshAllCities') return null
  const [progress, stored] = await Promise.all([
    queryProgress(client, description),
    storedOutcomesOf(firstRunId),
  ])
  return progress && stored ? withStored(progress, stored, Date.now()) : progress
}

async function queryProgress(
  client: Client,
  description: TaskRun['description'],
): Promise<RefreshProgress | null> {
  const handle = client.workflow.getHandle(description.workflowId, description.runId)
  try {
    return await withinMs(client, QUERY_TIMEOUT_MS, () => handle.query(refreshProgressQuery))
  } catch {
    // The rest of the status is worth having without it.
    return null
  }
}

export type CancelOutcome = 'cancelling' | 'closed' | 'unknown'

/** Requests cancellation: the run still cleans up and stores its summary. */
export const cancelTask = (client: Client, taskId: string): Promise<CancelOutcome> =>
  stop(client, taskId, { outcome: 'cancelling', call: (handle) => handle.cancel() })

export type TerminateOutcome = 'terminated' | 'closed' | 'unknown'

/** Ends it at once: it stores no summary, and what it holds is free when its claims expire. */
export const terminateTask = (
  client: Client,
  taskId: string,
  reason: string,
): Promise<TerminateOutcome> =>
  stop(client, taskId, { outcome: 'terminated', call: (handle) => handle.terminate(reason) })

interface Stop<Outcome> {
  readonly outcome: Outcome
  readonly call: (handle: WorkflowHandle) => Promise<unknown>
}

async function stop<Outcome>(
  client: Client,
  taskId: string,
  { outcome, call }: Stop<Outcome>,
): Promise<Outcome | 'closed' | 'unknown'> {
  const run = await withinMs(client, CALL_TIMEOUT_MS, () => findRun(client, taskId))
  if (!run) return 'unknown'
  const { workflowId, closeTime } = run.description
  if (closeTime !== undefined) return 'closed'
  const handle = client.workflow.getHandle(workflowId, undefined, {
    firstExecutionRunId: run.firstRunId,
  })
  await withinMs(client, CALL_TIMEOUT_MS, () => call(handle))
  return outcome
}
