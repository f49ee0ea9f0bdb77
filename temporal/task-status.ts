import type { WorkflowExecutionDescription } from '@temporalio/client'
import { tsToMs } from '@temporalio/common/lib/time.js'

/** Celery's words, which clients of the original know. */
export const TASK_STATUSES = [
  'PENDING',
  'STARTED',
  'RETRY',
  'SUCCESS',
  'FAILURE',
  'REVOKED',
] as const

export type TaskStatusName = (typeof TASK_STATUSES)[number]

type Described = Pick<WorkflowExecutionDescription, 'status' | 'historyLength' | 'raw'>

export const statusOf = (described: Described): TaskStatusName =>
  closedStatusOf(described) ?? runningStatus(described)

/** Undefined for a run that is under way. */
export function closedStatusOf({ status }: Pick<Described, 'status'>) {
  switch (status.name) {
    case 'COMPLETED':
      return 'SUCCESS'
    case 'FAILED':
    case 'TIMED_OUT':
      return 'FAILURE'
    case 'CANCELLED':
    case 'TERMINATED':
      return 'REVOKED'
    default:
      return undefined
  }
}

/** Started and its first task scheduled: no worker has taken it yet. */
const UNTOUCHED_EVENTS = 2

function runningStatus({ historyLength, raw }: Pick<Described, 'historyLength' | 'raw'>) {
  if (raw.pendingWorkflowTask && historyLength <= UNTOUCHED_EVENTS) return 'PENDING'
  return (attemptOf({ raw }) ?? 1) > 1 ? 'RETRY' : 'STARTED'
}

/** The highest attempt under way; null while no activity is. */
export function attemptOf({ raw }: Pick<Described, 'raw'>): number | null {
  const attempts = (raw.pendingActivities ?? []).map(({ attempt }) => attempt ?? 1)
  return attempts.length === 0 ? null : Math.max(...attempts)
}

/** When the activity that was tried most often is tried again; null while none waits for that. */
export function nextRetryOf({ raw }: Pick<Described, 'raw'>): Date | null {
  const [waiting] = (raw.pendingActivities ?? [])
    .flatMap(({ nextAttemptScheduleTime: at, attempt }) =>
      at ? [{ at, attempt: attempt ?? 1 }] : [],
    )
    .sort((one, other) => other.attempt - one.attempt)
  return waiting ? new Date(tsToMs(waiting.at)) : null
}
