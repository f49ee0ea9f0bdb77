import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { ApiDeps } from '../deps.ts'
import { Problem } from '../problem.ts'
import { CancelBody, TaskBody, TaskParams } from '../schemas/task.ts'
import { unknownTask } from '../task-problems.ts'
import { taskBody, webUiOf } from '../views/task.ts'

export const tasksRoutes =
  ({ temporal, settings }: Pick<ApiDeps, 'temporal' | 'settings'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/monitoring/task/:taskId',
      {
        config: { role: 'read' },
        schema: {
          tags: ['monitoring'],
          summary: 'How a task stands',
          params: TaskParams,
          response: { 200: TaskBody },
        },
      },
      async ({ params }) => {
        const { taskId } = params
        const task = await temporal.taskStatus(taskId)
        if (!task) throw unknownTask(taskId)
        return taskBody(task, webUiOf(settings))
      },
    )

    app.delete(
      '/monitoring/task/:taskId',
      {
        config: { role: 'operate' },
        schema: {
          tags: ['monitoring'],
          summary: 'Requests that a task stops; what it has stored stays',
          params: TaskParams,
          response: { 202: CancelBody },
        },
      },
      async ({ params }, reply) => {
        const { taskId } = params
        const answer = await temporal.cancelTask(taskId)
        if (answer === 'unknown') throw unknownTask(taskId)
        if (answer === 'closed') {
          throw new Problem('task-closed', `The task ${taskId} cannot be stopped any more.`)
        }
        return reply.code(202).send({ message: 'The task was asked to stop', task_id: taskId })
      },
    )
  }
