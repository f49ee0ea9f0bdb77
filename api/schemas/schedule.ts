import { Type, type Static } from 'typebox'
import { RUN_STATUSES } from '../../contracts/job.ts'
import { SCHEDULE_IDS } from '../../contracts/schedule-definition.ts'
import { MAX_NOTE_LENGTH } from '../../temporal/schedules.ts'
import { dataBody } from './data-body.ts'
import { Moment, nullable, oneOf } from './types.ts'

export const ScheduleParams = Type.Object({
  scheduleId: Type.String({
    minLength: 1,
    maxLength: 100,
    description: `One of ${SCHEDULE_IDS.join(', ')}`,
    examples: ['refresh-all-cities'],
  }),
})

const Run = Type.Object({
  task_id: Type.String(),
  status: nullable(
    Type.String({
      description: `How it ended: ${RUN_STATUSES.join(', ')}; null while it runs, or where it was cut off`,
    }),
  ),
  scheduled_at: Moment,
  started_at: Moment,
})

const SCHEDULE = {
  id: oneOf(SCHEDULE_IDS),
  cadence: Type.String({ examples: ['every 15 min, offset 1 min', 'daily at 02:00 UTC'] }),
  every_seconds: nullable(Type.Number({ description: 'Null where it runs at hours of the day' })),
  paused: Type.Boolean(),
  note: nullable(Type.String({ description: 'What it is for, or why it is paused' })),
  next_times: Type.Array(Moment, { description: 'None while it is paused' }),
  running: Type.Array(Type.String(), { description: 'Task ids of what is under way' }),
  started: Type.Integer({ description: 'Runs it has started' }),
  skipped: Type.Integer({ description: 'Ticks that fell on a run that was still going' }),
  missed: Type.Integer({ description: 'Ticks that Temporal was down for too long to catch up' }),
  recent_runs: Type.Array(Run, { description: 'The latest twenty at most, newest first' }),
  workflow_type: Type.String(),
  task_queue: Type.String(),
  catch_up_seconds: Type.Number(),
  time_limit_seconds: nullable(Type.Number()),
}

const Schedule = Type.Object(SCHEDULE)

export type Schedule = Static<typeof Schedule>

export const ScheduleBody = dataBody(SCHEDULE)

export const SchedulesBody = dataBody({
  schedules: Type.Array(Schedule),
  missing: Type.Array(oneOf(SCHEDULE_IDS), { description: 'Not on the Temporal server' }),
})

export const PauseRequest = Type.Object(
  {
    note: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: MAX_NOTE_LENGTH,
        description: 'Why; shown wherever the schedule is',
      }),
    ),
  },
  { additionalProperties: false },
)

/** The address says it all; a field is a mistake. */
export const EmptyRequest = Type.Object({}, { additionalProperties: false })

export const TriggerBody = dataBody({
  message: Type.String(),
  status: oneOf(
    ['started', 'skipped', 'asked'],
    'skipped: a run is under way, and it is the task; asked: the run is requested, its id is not known yet',
  ),
  task_id: nullable(Type.String()),
})

export const SchedulerStartRequest = Type.Object(
  {
    interval_minutes: Type.Optional(
      Type.Integer({ minimum: 1, description: 'Only the one that is set: it is not changed here' }),
    ),
  },
  { additionalProperties: false },
)

export const SchedulerBody = dataBody({
  message: Type.String(),
  status: oneOf(['running', 'already_running', 'stopped', 'not_running']),
  interval_minutes: Type.Optional(Type.Number()),
})

export const SchedulerStatusBody = dataBody({
  running: Type.Boolean({ description: 'Whether the schedule refresh-all-cities is not paused' }),
  refresh_interval_seconds: nullable(Type.Number()),
  refresh_interval_minutes: nullable(Type.Number()),
  thread_alive: Type.Boolean({ description: 'Whether a worker is there for its runs' }),
  last_check: nullable(Moment),
  timestamp: Moment,
})
