import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { taskAtItsEnd } from '../background/wait-for-task.ts'
import type { ApiDeps } from '../deps.ts'
import { emptyBodyAsObject } from '../plugins/empty-body.ts'
import { startRefresh } from '../refresh-starts.ts'
import { LegacyRefreshBody } from '../schemas/refresh.ts'
import { EmptyRequest } from '../schemas/schedule.ts'

/**
 * The synchronous refresh of the system that Weather247 replaced, kept for its clients. It waits as
 * long as a read may wait for a refresh; a longer run goes on, and is answered by its task.
 */
export const legacyRefreshRoutes =
  (deps: ApiDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/refresh',
      {
        config: { role: 'operate' },
        preValidation: emptyBodyAsObject,
        schema: {
          tags: ['monitoring'],
          summary: 'Refreshes all that is due, and waits a little for its end',
          description:
            'As the original did in the request. 200 where the run ended within the time a read ' +
            'waits (WEATHER247_READ_REFRESH_SECONDS), 202 with its task where it goes on.',
          body: EmptyRequest,
          response: { 200: LegacyRefreshBody, 202: LegacyRefreshBody },
        },
      },
      async (_request, reply) => {
        const { task_id: taskId } = await startRefresh(deps, {})
        const signal = AbortSignal.timeout(deps.settings.readRefreshMs)
        const task = taskId === null ? undefined : await taskAtItsEnd(deps.temporal, taskId, signal)
        const updated = task && updatedCities(task.result)
        if (updated === undefined) {
          const message = 'The refresh goes on: its task says how far it is'
          return reply.code(202).send({ message, task_id: taskId })
        }
        const message = `Successfully updated weather data for ${updated} cities`
        return { message, task_id: taskId }
      },
    )
  }

const Tally = Type.Object({
  ok: Type.Integer(),
  partial: Type.Integer(),
  joined: Type.Integer(),
})

/** Undefined where the run did not come to a tally. */
const updatedCities = (result: unknown): number | undefined =>
  Value.Check(Tally, result) ? result.ok + result.partial + result.joined : undefined
