import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { ApiDeps } from '../deps.ts'
import { createTaskList } from '../readers/task-list.ts'
import { TaskListBody, TaskListQuery } from '../schemas/task-list.ts'

export const taskListRoutes =
  (deps: ApiDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const pageOf = createTaskList(deps)
    app.get(
      '/monitoring/tasks',
      {
        config: { role: 'read' },
        schema: {
          tags: ['monitoring'],
          summary: 'Tasks, page by page: those Temporal keeps, then those only our history has',
          querystring: TaskListQuery,
          response: { 200: TaskListBody },
        },
      },
      async ({ query }) => pageOf(query),
    )
  }
