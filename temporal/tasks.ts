import { WorkflowFailedError, type Client } from '@temporalio/client'
import { DefaultFailureConverter, defaultPayloadConverter } from '@temporalio/common'
import { progressQuery, type RefreshProgress } from '../contracts/progress.ts'
import { withinMs } from './connect.ts'
import { failureChain, reasonOf, type FailureLink } from './failure-chain.ts'
import { findRun, type TaskRun } from './task-run.ts'
import { attemptOf, statusOf, type TaskStatusName } from './task-status.ts'

export type { FailureLink } from './failure-chain.ts'
export type { TaskStatusName } from './task-status.ts'

const CALL_TIMEOUT_MS = 8_000
/** Without workers a query is answered by nobody. */
const QUERY_TIMEOUT_MS = 3_000

export interface TaskStatus {
  readonly taskId: string
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
}

/** Nothing for a task that nobody knows. */
export async function taskStatus(client: Client, taskId: string): Promise<TaskStatus | undefined> {
  const run = await withinMs(client, CALL_TIMEOUT_MS, () => findRun(client, taskId))
  if (!run) return undefined
  const { description } = run
  const status = statusOf(description)
  const isClosed = description.closeTime !== undefined
  const ending = isClosed ? await endingOf(client, run) : retryingOf(run)
  return {
    taskId,
    name: description.type,
    status,
    result: ending.result ?? null,
    failure: ending.failure,
    reason: ending.failure && reasonOf(ending.failure),
    progress: isClosed || status === 'PENDING' ? null : await progressOf(client, run),
    startedAt: description.startTime,
    closedAt: description.closeTime ?? null,
    attempts: isClosed ? null : attemptOf(description),
  }
}

interface Ending {
  readonly result?: unknown
  readonly failure: readonly FailureLink[] | null
}

/** Asked of a closed run only: there the answer comes at once. */
async function endingOf(client: Client, { description }: TaskRun): Promise<Ending> {
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

function retryingOf({ description }: TaskRun): Ending {
  const [retried] = (description.raw.pendingActivities ?? [])
    .filter(({ lastFailure }) => lastFailure)
    .sort((one, other) => (other.attempt ?? 0) - (one.attempt ?? 0))
  if (!retried?.lastFailure) return { failure: null }
  const error = failures.failureToError(retried.lastFailure, defaultPayloadConverter)
  return { failure: failureChain(error) }
}

async function progressOf(
  client: Client,
  { description }: TaskRun,
): Promise<RefreshProgress | null> {
  if (description.type !== 'refreshAllCities') return null
  const handle = client.workflow.getHandle(description.workflowId, description.runId)
  try {
    return await withinMs(client, QUERY_TIMEOUT_MS, () => handle.query(progressQuery))
  } catch {
    // The rest of the status is worth having without it.
    return null
  }
}

/** Asks the run to stop, cleaning up behind itself. */
export async function cancelTask(
  client: Client,
  taskId: string,
): Promise<'cancelling' | 'closed' | 'unknown'> {
  const run = await withinMs(client, CALL_TIMEOUT_MS, () => findRun(client, taskId))
  if (!run) return 'unknown'
  const { workflowId, closeTime } = run.description
  if (closeTime !== undefined) return 'closed'
  const handle = client.workflow.getHandle(workflowId, undefined, {
    firstExecutionRunId: run.firstRunId,
  })
  await withinMs(client, CALL_TIMEOUT_MS, () => handle.cancel())
  return 'cancelling'
}
