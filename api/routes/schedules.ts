import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { ScheduleId } from '../../contracts/schedule-definition.ts'
import {
  createScheduleControl,
  TRIGGER_TEXTS,
  type ScheduleState,
} from '../../temporal/schedules.ts'
import type { RecentAnswers } from '../background/recent-answers.ts'
import { emptyBodyAsObject } from '../plugins/empty-body.ts'
import { withRuns } from '../readers/schedule-runs.ts'
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
  (deps: ScheduleDeps, recent: RecentAnswers): FastifyPluginAsyncTypebox =>
  async (app) => {
    const control = createScheduleControl(deps.temporal.schedules)
    const bodiesOf = async (states: readonly ScheduleState[]) =>
      (await withRuns(deps, states)).map(scheduleBody)
    const bodyOf = async (state: ScheduleState) => {
      const [body] = await bodiesOf([state])
      if (!body) throw new TypeError('one state has one body')
      return body
    }
    const readAll = recent.share(async () => {
      const { states, missing } = await control.list()
      return { schedules: await bodiesOf(states), missing: [...missing] }
    })
    const readOne = recent.shareByKey(async (id: ScheduleId) => bodyOf(await control.findOne(id)))

    const listed = { 200: SchedulesBody }
    app.get(
      '/schedules',
      {
        config: { role: 'read' },
        schema: { tags: TAGS, summary: 'What runs by itself, and when', response: listed },
      },
      readAll,
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
      async ({ params }) => readOne(scheduleIdOf(params.scheduleId)),
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
