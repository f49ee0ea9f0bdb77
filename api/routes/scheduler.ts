import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { TASK_QUEUES } from '../../contracts/task-queues.ts'
import type { ScheduleState } from '../../temporal/schedules.ts'
import { emptyBodyAsObject } from '../empty-body.ts'
import { Problem } from '../problem.ts'
import {
  EmptyRequest,
  SchedulerBody,
  SchedulerStartRequest,
  SchedulerStatusBody,
} from '../schemas/schedule.ts'
import { pause, resume, scheduleOf, type Steering } from '../steer-schedules.ts'

/** The one schedule that the original's scheduler was. */
const ID = 'refresh-all-cities'
const TAGS = ['schedules']

export const schedulerRoutes =
  (deps: Steering): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/scheduler/status',
      {
        schema: {
          tags: TAGS,
          summary: `How ${ID} stands, in the words of the original`,
          response: { 200: SchedulerStatusBody },
        },
      },
      async () => {
        const state = await scheduleOf(deps, ID)
        const unserved = await deps.temporal.unservedQueues()
        return {
          running: !state.paused,
          refresh_interval_seconds: state.everySeconds,
          refresh_interval_minutes: minutesOf(state),
          thread_alive: !unserved.includes(TASK_QUEUES.weatherRefresh),
          last_check: state.recentRuns[0]?.startedAt.toISOString() ?? null,
          timestamp: deps.now().toISOString(),
        }
      },
    )

    app.post(
      '/scheduler/start',
      {
        preValidation: emptyBodyAsObject,
        schema: {
          tags: TAGS,
          summary: `Resumes ${ID}`,
          body: SchedulerStartRequest,
          response: { 200: SchedulerBody },
        },
      },
      async ({ body: { interval_minutes: asked } }) => {
        const state = await scheduleOf(deps, ID)
        if (asked !== undefined && asked !== minutesOf(state)) throw otherInterval(asked, state)
        if (!state.paused)
          return { message: 'The scheduler is running already', status: 'already_running' as const }
        const minutes = minutesOf(await resume(deps, ID))
        return {
          message: 'The scheduler runs',
          status: 'running' as const,
          ...(minutes !== null && { interval_minutes: minutes }),
        }
      },
    )

    app.post(
      '/scheduler/stop',
      {
        preValidation: emptyBodyAsObject,
        schema: {
          tags: TAGS,
          summary: `Pauses ${ID}`,
          body: EmptyRequest,
          response: { 200: SchedulerBody },
        },
      },
      async () => {
        if ((await scheduleOf(deps, ID)).paused)
          return { message: 'The scheduler does not run', status: 'not_running' as const }
        await pause(deps, ID, 'Stopped through the API')
        return { message: 'The scheduler is stopped', status: 'stopped' as const }
      },
    )
  }

const minutesOf = ({ everySeconds }: ScheduleState): number | null =>
  everySeconds === null ? null : everySeconds / 60

const otherInterval = (asked: number, { cadence }: ScheduleState): Problem =>
  new Problem(
    'invalid-request',
    `The schedule runs ${cadence}, not every ${asked} min: set WEATHER247_REFRESH_INTERVAL_MINUTES ` +
      'and run `weather247 schedules apply`.',
  )
