import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { TASK_QUEUES } from '../../contracts/task-queues.ts'
import { createScheduleControl, type ScheduleState } from '../../temporal/schedules.ts'
import type { RecentAnswers } from '../background/recent-answers.ts'
import { emptyBodyAsObject } from '../plugins/empty-body.ts'
import { Problem } from '../problem.ts'
import {
  EmptyRequest,
  SchedulerBody,
  SchedulerStartRequest,
  SchedulerStatusBody,
} from '../schemas/schedule.ts'
import { pause, resume, type ScheduleDeps } from '../schedule-changes.ts'

const ID = 'refresh-all-cities'
const TAGS = ['schedules']

/**
 * The API of the system that Weather247 replaced, kept for its clients: its one scheduler is the
 * schedule `refresh-all-cities`. New clients use `/schedules`.
 */
export const legacySchedulerRoutes =
  (deps: ScheduleDeps, recent: RecentAnswers): FastifyPluginAsyncTypebox =>
  async (app) => {
    const control = createScheduleControl(deps.temporal.schedules)
    const status = recent.share(() => readStatus(deps))
    app.get(
      '/scheduler/status',
      {
        config: { role: 'read' },
        schema: {
          tags: TAGS,
          summary: `How ${ID} stands, in the words of the old API`,
          response: { 200: SchedulerStatusBody },
        },
      },
      status,
    )

    app.post(
      '/scheduler/start',
      {
        config: { role: 'operate' },
        preValidation: emptyBodyAsObject,
        schema: {
          tags: TAGS,
          summary: `Resumes ${ID}`,
          body: SchedulerStartRequest,
          response: { 200: SchedulerBody },
        },
      },
      async ({ body: { interval_minutes: wanted } }) => {
        const state = await control.findOne(ID)
        if (wanted !== undefined && wanted !== minutesOf(state)) throw otherInterval(wanted, state)
        if (!state.paused) {
          return { message: 'The scheduler is running already', status: 'already_running' as const }
        }
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
        config: { role: 'operate' },
        preValidation: emptyBodyAsObject,
        schema: {
          tags: TAGS,
          summary: `Pauses ${ID}`,
          body: EmptyRequest,
          response: { 200: SchedulerBody },
        },
      },
      async () => {
        if ((await control.findOne(ID)).paused) {
          return { message: 'The scheduler does not run', status: 'not_running' as const }
        }
        await pause(deps, ID, 'Stopped through the API')
        return { message: 'The scheduler is stopped', status: 'stopped' as const }
      },
    )
  }

async function readStatus({ temporal, now }: ScheduleDeps) {
  const state = await createScheduleControl(temporal.schedules).findOne(ID)
  const unserved = await temporal.unservedQueues()
  return {
    running: !state.paused,
    refresh_interval_seconds: state.everySeconds,
    refresh_interval_minutes: minutesOf(state),
    thread_alive: !unserved.includes(TASK_QUEUES.weatherRefresh),
    last_check: state.recentRuns[0]?.startedAt.toISOString() ?? null,
    timestamp: now().toISOString(),
  }
}

const minutesOf = ({ everySeconds }: ScheduleState): number | null =>
  everySeconds === null ? null : everySeconds / 60

const otherInterval = (wanted: number, { cadence }: ScheduleState): Problem =>
  new Problem(
    'invalid-request',
    `The schedule runs ${cadence}, not every ${wanted} min: set WEATHER247_REFRESH_INTERVAL_MINUTES ` +
      'and run `weather247 schedules apply`.',
  )
