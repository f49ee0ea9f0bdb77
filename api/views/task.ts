import type { Attempt } from '../../domain/provider/attempt.ts'
import type { FailureLink, TaskStatus } from '../../temporal/tasks.ts'
import type { TaskBody } from '../schemas/task.ts'

export function taskBody(task: TaskStatus): TaskBody {
  return {
    task_id: task.taskId,
    name: task.name,
    status: task.status,
    result: task.result,
    failure: (task.failure ?? []).map(failureBlock),
    traceback: task.reason,
    progress: progressBlock(task.progress),
    started_at: task.startedAt.toISOString(),
    closed_at: task.closedAt?.toISOString() ?? null,
    attempts: task.attempts,
  }
}

const failureBlock = ({ kind, type, message, attempts }: FailureLink) => ({
  kind,
  type,
  message,
  ...(attempts && { attempts: attempts.map(attemptBlock) }),
})

const attemptBlock = ({ provider, products, outcome, message, retryAfterMs }: Attempt) => ({
  provider,
  products: [...products],
  outcome,
  ...(message !== undefined && { message }),
  ...(retryAfterMs !== undefined && { retry_after_seconds: retryAfterMs / 1000 }),
})

const progressBlock = (progress: TaskStatus['progress']): TaskBody['progress'] =>
  progress && {
    total: progress.total,
    done: progress.done,
    failed: progress.failed,
    skipped: progress.skipped,
    joined: progress.joined,
    waiting: progress.waiting,
    rate_per_second: progress.ratePerSecond,
    fan_out: progress.fanOut,
    since: progress.since,
  }
