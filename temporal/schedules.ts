export {
  applySchedules,
  CHANGES,
  type ApplyOptions,
  type ScheduleChange,
} from './schedules/apply.ts'
export { describeSchedules, type ScheduleRun, type ScheduleState } from './schedules/state.ts'
export {
  backfillSchedule,
  MAX_BACKFILL_TICKS,
  pauseSchedule,
  resumeSchedule,
  triggerSchedule,
} from './schedules/calls.ts'
export { createScheduleClient, type ScheduleClient } from './schedules/client.ts'
export { runEndsOf, withEnds, type RunEnds } from './schedules/run-ends.ts'
export {
  createScheduleControl,
  MAX_NOTE_LENGTH,
  TRIGGER_TEXTS,
  type ScheduleControl,
} from './schedules/schedule-control.ts'
