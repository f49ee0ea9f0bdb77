import { etaSeconds } from '../../contracts/refresh-progress.ts'
import type { Attempt } from '../../domain/provider/attempt.ts'
import type { FailureLink, TaskStatus } from '../../temporal/tasks.ts'
import type { ListedTask } from '../../temporal/task-list.ts'
import { webUiLink, type WebUi } from '../../temporal/web-ui-link.ts'
import type { ApiSettings } from '../deps.ts'
import type { TaskBody } from '../schemas/task.ts'
import type { TaskListBody } from '../schemas/task-list.ts'

/** Undefined where its address is not known. */
export const webUiOf = ({ webUiUrl, namespace }: ApiSettings): WebUi | undefined =>
  webUiUrl === undefined ? undefined : { url: webUiUrl, namespace }

export interface TaskView {
  /** Absent where its address is not known. */
  readonly webUi?: WebUi | undefined
  /** Temporal, where absent. */
  readonly source?: TaskBody['source']
}

export function taskBody(
  task: TaskStatus,
  { webUi, source = 'temporal' }: TaskView = {},
): TaskBody {
  const closedAt = task.closedAt?.toISOString() ?? null
  return {
    task_id: task.taskId,
    name: task.name,
    status: task.status,
    result: task.result,
    failure: (task.failure ?? []).map(failureBlock),
    traceback: task.reason,
    progress: progressBlock(task.progress),
    started_at: task.startedAt.toISOString(),
    ended_at: closedAt,
    closed_at: closedAt,
    attempts: task.attempts,
    next_retry_at: task.nextRetryAt?.toISOString() ?? null,
    web_ui: webUi && source === 'temporal' ? webUiLink(webUi, task) : null,
    source,
  }
}

export const listedTaskBody = (
  task: ListedTask,
  outcome: string | null,
  webUi: WebUi | undefined,
): TaskListBody['tasks'][number] => ({
  task_id: task.taskId,
  name: task.name,
  kind: task.kind,
  status: task.status,
  outcome,
  trigger: task.trigger,
  city_id: task.cityId,
  started_at: task.startedAt.toISOString(),
  ended_at: task.closedAt?.toISOString() ?? null,
  web_ui: webUi ? webUiLink(webUi, task) : null,
})

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
    eta_seconds: etaSeconds(progress),
    fan_out: progress.fanOut,
    since: progress.since,
  }
