import { LRUCache } from 'lru-cache'
import type { TaskListOptions, TaskPage } from '../../temporal/task-list.ts'
import type { WeatherClient } from '../../temporal/client.ts'

/** A Temporal server of one's own answers ten lists a second, for all callers together. */
const KEPT_MS = 2_000
const MAX_PAGES = 200

/** Pages of tasks, each requested once in two seconds however many ask for it. */
export function createTaskPages({
  listTasks,
}: Pick<WeatherClient, 'listTasks'>): (options: TaskListOptions) => Promise<TaskPage> {
  const pages = new LRUCache<string, TaskPage, TaskListOptions>({
    max: MAX_PAGES,
    ttl: KEPT_MS,
    fetchMethod: (_key, _stale, { context }) => listTasks(context),
  })
  return (options) => pages.forceFetch(keyOf(options), { context: options })
}

const keyOf = ({ pageToken, ...rest }: TaskListOptions): string =>
  JSON.stringify([
    Object.entries(rest).sort(),
    pageToken && Buffer.from(pageToken).toString('base64'),
  ])
