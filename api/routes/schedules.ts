import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  createScheduleControl,
  TRIGGER_TEXTS,
  type ScheduleState,
} from '../../temporal/schedules.ts'
import { emptyBodyAsObject } from '../plugins/empty-body.ts'
import { endsOf } from '../readers/run-ends.ts'
import { scheduleBody } from '../views/schedule.ts'
import {
  EmptyRequest,
  PauseRequest,
  ScheduleBody,
  ScheduleParams,
  SchedulesBody,
  TriggerBody,
} from '../schemas/schedule.ts'
import { pause, resume, scheduleIdOf, type ScheduleDeps } from '../schedule-changes.ts'

const TAGS = ['schedules']

export const schedulesRoutes =
  (deps: ScheduleDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const control = createScheduleControl(deps.temporal.schedules)
    const bodyOf = async (state: ScheduleState) => scheduleBody(state, await endsOf(deps, [state]))

    const listed = { 200: SchedulesBody }
    app.get(
      '/schedules',
      {
        config: { role: 'read' },
        schema: { tags: TAGS, summary: 'What runs by itself, and when', response: listed },
      },
      async () => {
        const { states, missing } = await control.list()
        const ended = await endsOf(deps, states)
        return {
          schedules: states.map((state) => scheduleBody(state, ended)),
          missing: [...missing],
        }
      },
    )

    const one = (summary: string) => ({
      tags: TAGS,
      summary,
      params: ScheduleParams,
      response: { 200: ScheduleBody },
    })
    app.get(
      '/schedules/:scheduleId',
      { config: { role: 'read' }, schema: one('One schedule') },
      async ({ params }) => bodyOf(await control.findOne(scheduleIdOf(params.scheduleId))),
    )

    app.post(
      '/schedules/:scheduleId/pause',
      {
        config: { role: 'operate' },
        preValidation: emptyBodyAsObject,
        schema: { ...one('Lets no more runs start'), body: PauseRequest },
      },
      async ({ params, body: { note } }) =>
        bodyOf(await pause(deps, scheduleIdOf(params.scheduleId), note)),
    )

    app.post(
      '/schedules/:scheduleId/resume',
      {
        config: { role: 'operate' },
        preValidation: emptyBodyAsObject,
        schema: { ...one('Lets runs start again'), body: EmptyRequest },
      },
      async ({ params }) => bodyOf(await resume(deps, scheduleIdOf(params.scheduleId))),
    )

    app.post(
      '/schedules/:scheduleId/trigger',
      {
        config: { role: 'operate' },
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
        const { outcome, taskId } = await control.trigger(id)
        const message = `${id}: ${TRIGGER_TEXTS[outcome]}`
        return reply.code(202).send({ message, status: outcome, task_id: taskId })
      },
    )
  }
