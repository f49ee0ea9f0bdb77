import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { RecentAnswers } from '../background/recent-answers.ts'
import type { ApiDeps } from '../deps.ts'
import { emptyBodyAsObject } from '../plugins/empty-body.ts'
import { knownTask } from '../readers/known-task.ts'
import { EmptyRequest } from '../schemas/schedule.ts'
import { StopBody, TaskBody, TaskParams, TerminateRequest } from '../schemas/task.ts'
import { closedTask, unknownTask } from '../task-problems.ts'
import { taskBody, webUiOf } from '../views/task.ts'

const TAGS = ['monitoring']

const CANCEL = {
  tags: TAGS,
  summary: 'Requests that a task stops; what it has stored stays',
  params: TaskParams,
  response: { 202: StopBody },
}

export const tasksRoutes =
  (
    deps: Pick<ApiDeps, 'db' | 'temporal' | 'settings'>,
    recent: RecentAnswers,
  ): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { temporal } = deps
    // Who has heard of its end looks at once: an answer is shared while it is on its way, and not kept.
    const known = recent.shareByKey((taskId: string) => knownTask(deps, taskId), 0)
    const webUi = webUiOf(deps.settings)

    async function cancel(taskId: string) {
      const outcome = await temporal.cancelTask(taskId)
      refuseUnlessOpen(taskId, outcome)
      return { message: 'The task was asked to stop', task_id: taskId }
    }

    app.get(
      '/monitoring/task/:taskId',
      {
        config: { role: 'read' },
        schema: {
          tags: TAGS,
          summary: 'How a task stands',
          description:
            'A run of a job, and a refresh that was asked for, answers from what was stored of its ' +
            'end where Temporal has forgotten it.',
          params: TaskParams,
          response: { 200: TaskBody },
        },
      },
      async ({ params: { taskId } }) => {
        const found = await known(taskId)
        if (!found) throw unknownTask(taskId)
        return taskBody(found.task, { webUi, source: found.source })
      },
    )

    app.delete(
      '/monitoring/task/:taskId',
      { config: { role: 'operate' }, schema: CANCEL },
      async ({ params: { taskId } }, reply) => reply.code(202).send(await cancel(taskId)),
    )

    app.post(
      '/monitoring/task/:taskId/cancel',
      {
        config: { role: 'operate' },
        preValidation: emptyBodyAsObject,
        schema: { ...CANCEL, body: EmptyRequest },
      },
      async ({ params: { taskId } }, reply) => reply.code(202).send(await cancel(taskId)),
    )

    app.post(
      '/monitoring/task/:taskId/terminate',
      {
        config: { role: 'admin' },
        schema: {
          tags: TAGS,
          summary: 'Ends a task at once, for one that does not stop when it is asked to',
          description: 'It cleans up nothing and stores no summary: cancel it first.',
          params: TaskParams,
          body: TerminateRequest,
          response: { 200: StopBody },
        },
      },
      async ({ params: { taskId }, body: { reason } }) => {
        refuseUnlessOpen(taskId, await temporal.terminateTask(taskId, reason))
        return { message: 'The task is terminated', task_id: taskId }
      },
    )
  }

function refuseUnlessOpen(taskId: string, outcome: string): void {
  if (outcome === 'unknown') throw unknownTask(taskId)
  if (outcome === 'closed') throw closedTask(taskId)
}
