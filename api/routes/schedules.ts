import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { SCHEDULE_IDS } from '../../contracts/schedules.ts'
import type { ScheduleState, TriggerAnswer } from '../../temporal/schedules.ts'
import { emptyBodyAsObject } from '../empty-body.ts'
import { endsOf, scheduleBody } from '../schedule-view.ts'
import {
  EmptyRequest,
  PauseRequest,
  ScheduleBody,
  ScheduleParams,
  SchedulesBody,
  TriggerBody,
} from '../schemas/schedule.ts'
import {
  onServer,
  pause,
  resume,
  scheduleIdOf,
  scheduleOf,
  type Steering,
} from '../steer-schedules.ts'

const TAGS = ['schedules']

export const schedulesRoutes =
  (deps: Steering): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { schedules } = deps.temporal
    const bodyOf = async (state: ScheduleState) => scheduleBody(state, await endsOf(deps, [state]))

    const listed = { 200: SchedulesBody }
    app.get(
      '/schedules',
      { schema: { tags: TAGS, summary: 'What runs by itself, and when', response: listed } },
      async () => {
        const states = await schedules.describe(SCHEDULE_IDS)
        const missing = SCHEDULE_IDS.filter((id) => !states.some((state) => state.id === id))
        const ended = await endsOf(deps, states)
        return { schedules: states.map((state) => scheduleBody(state, ended)), missing }
      },
    )

    const one = (summary: string) => ({
      tags: TAGS,
      summary,
      params: ScheduleParams,
      response: { 200: ScheduleBody },
    })
    app.get('/schedules/:scheduleId', { schema: one('One schedule') }, async ({ params }) =>
      bodyOf(await scheduleOf(deps, scheduleIdOf(params.scheduleId))),
    )

    app.post(
      '/schedules/:scheduleId/pause',
      {
        preValidation: emptyBodyAsObject,
        schema: { ...one('Lets no more runs start'), body: PauseRequest },
      },
      async ({ params, body: { note } }) =>
        bodyOf(await pause(deps, scheduleIdOf(params.scheduleId), note)),
    )

    app.post(
      '/schedules/:scheduleId/resume',
      {
        preValidation: emptyBodyAsObject,
        schema: { ...one('Lets runs start again'), body: EmptyRequest },
      },
      async ({ params }) => bodyOf(await resume(deps, scheduleIdOf(params.scheduleId))),
    )

    app.post(
      '/schedules/:scheduleId/trigger',
      {
        preValidation: emptyBodyAsObject,
        schema: {
          tags: TAGS,
          summary: 'Runs it now, once; skipped while a run of it is under way',
          params: ScheduleParams,
          body: EmptyRequest,
          response: { 202: TriggerBody },
        },
      },
      async ({ params }, reply) => {
        const id = scheduleIdOf(params.scheduleId)
        const { outcome, taskId } = onServer(id, await schedules.trigger(id))
        const message = `${id}: ${TRIGGERED[outcome]}`
        return reply.code(202).send({ message, status: outcome, task_id: taskId })
      },
    )
  }

const TRIGGERED: Readonly<Record<TriggerAnswer['outcome'], string>> = {
  started: 'a run was started',
  skipped: 'a run is under way already',
  asked: 'a run was asked for',
}
