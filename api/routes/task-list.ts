import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { TaskFilter } from '../../temporal/task-list.ts'
import type { ApiDeps } from '../deps.ts'
import { Problem } from '../problem.ts'
import { cursorOf, tokenOf } from '../page-cursor.ts'
import { requireCity } from '../readers/city-lookup.ts'
import { createTaskPages } from '../readers/task-pages.ts'
import { TaskListBody, TaskListQuery } from '../schemas/task-list.ts'
import { listedTaskBody, webUiOf } from '../views/task.ts'

/** RFC 3339 has leap seconds, which a Date has not, and years that Temporal does not take. */
function momentOf(text: string): Date {
  const at = new Date(text)
  if (at.getUTCFullYear() >= 1970 && at.getUTCFullYear() <= 9999) return at
  throw new Problem('invalid-request', `since: ${text} is no moment from 1970 to 9999.`)
}

export const taskListRoutes =
  (deps: ApiDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const webUi = webUiOf(deps.settings)
    const pageOf = createTaskPages(deps.temporal)

    async function filterOf({ city, country, ...query }: TaskListQuery): Promise<TaskFilter> {
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

    app.get(
      '/monitoring/tasks',
      {
        config: { role: 'read' },
        schema: {
          tags: ['monitoring'],
          summary: 'Tasks that Temporal keeps, page by page',
          querystring: TaskListQuery,
          response: { 200: TaskListBody },
        },
      },
      async ({ query }) => {
        const { limit, cursor } = query
        const filter = await filterOf(query)
        const pageToken = cursor === undefined ? undefined : tokenOf(cursor, filter)
        const { tasks, next } = await pageOf({ ...filter, limit, ...(pageToken && { pageToken }) })
        return {
          tasks: tasks.map((task) => listedTaskBody(task, webUi)),
          next_cursor: next ? cursorOf(next, filter) : null,
        }
      },
    )
  }
