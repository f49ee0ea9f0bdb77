import { isDatabaseUnavailable } from '../../db/queries/faults.ts'
import type { HistoryCursor } from '../../db/queries/run-history.ts'
import type { ListedTask, TaskFilter } from '../../temporal/task-list.ts'
import type { ApiDeps } from '../deps.ts'
import { cursorOf, tokenOf } from '../page-cursor.ts'
import { Problem } from '../problem.ts'
import type { TaskListQuery } from '../schemas/task-list.ts'
import { listedTaskBody, webUiOf } from '../views/task.ts'
import { requireCity } from './city-lookup.ts'
import {
  behind,
  historyCursorOf,
  historyPage,
  historyToken,
  serverToken,
  serverTokenOf,
} from './task-history.ts'
import { endsOf, firstRunId } from './task-outcomes.ts'
import { createTaskPages } from './task-pages.ts'

/** Pages of the tasks that Temporal keeps, then of those that only our history has. */
export function createTaskList(deps: ApiDeps) {
  const pageOf = createTaskPages(deps.temporal)
  return async (query: TaskListQuery) => {
    const { limit, cursor } = query
    const filter = await filterOf(deps, query)
    const { own, server } = beginningOf(cursor, filter)
    const pageToken = server && { pageToken: server.pageToken }
    const kept = own ? undefined : await pageOf({ ...filter, limit, ...pageToken })
    const tasks = kept?.tasks ?? []
    const ends = await endsOf(deps, tasks)
    const bodies = bodiesOf(deps, tasks, ends)
    const before = own ?? behind(tasks, ends, server?.earliestEnd ?? deps.now())
    if (kept?.next) {
      const next = serverToken(kept.next, before.finishedAt)
      return { tasks: bodies, next_cursor: cursorOf(next, filter) }
    }
    const rest = await historyOf(deps, filter, { before, limit: limit - tasks.length })
    return {
      tasks: [...bodies, ...rest.tasks],
      next_cursor: rest.next ? cursorOf(historyToken(rest.next), filter) : null,
    }
  }
}

async function filterOf(
  deps: ApiDeps,
  { city, country, ...query }: TaskListQuery,
): Promise<TaskFilter> {
  const { kind, status, trigger, since } = query
  const cityId = city === undefined ? undefined : (await requireCity(deps, city, country)).id
  return {
    ...(kind && { kind }),
    ...(status && { status }),
    ...(trigger && { trigger }),
    ...(cityId !== undefined && { cityId }),
    ...(since !== undefined && { since: momentOf(since) }),
  }
}

/** RFC 3339 has leap seconds, which a Date has not, and years that Temporal does not take. */
function momentOf(text: string): Date {
  const at = new Date(text)
  if (at.getUTCFullYear() >= 1970 && at.getUTCFullYear() <= 9999) return at
  throw new Problem('invalid-request', `since: ${text} is no moment from 1970 to 9999.`)
}

/** Where a page begins: in our own history, on the server, or at the latest task. */
function beginningOf(cursor: string | undefined, filter: TaskFilter) {
  const token = cursor === undefined ? undefined : tokenOf(cursor, filter)
  const own = token && historyCursorOf(token)
  return { own, server: token && !own ? serverTokenOf(token) : undefined }
}

function bodiesOf(
  { settings }: ApiDeps,
  tasks: readonly ListedTask[],
  ends: Awaited<ReturnType<typeof endsOf>>,
) {
  const webUi = webUiOf(settings)
  return tasks.map((task) =>
    listedTaskBody(task, ends.get(firstRunId(task))?.status ?? null, webUi),
  )
}

/** What Temporal keeps no more, while the database is there. */
async function historyOf(
  { db, log }: ApiDeps,
  filter: TaskFilter,
  { before, limit }: { readonly before: HistoryCursor; readonly limit: number },
) {
  if (limit <= 0) return { tasks: [], next: before }
  try {
    const found = await historyPage(db, filter, { before, limit })
    const bodyOf = (task: ListedTask) =>
      listedTaskBody(task, found.outcomes.get(firstRunId(task)) ?? null, undefined)
    return { tasks: found.tasks.map(bodyOf), next: found.next }
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error
    log.warn({ err: error }, 'what Temporal keeps no more cannot be read')
    return { tasks: [], next: undefined }
  }
}
