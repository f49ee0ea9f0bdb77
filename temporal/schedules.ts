export {
  applySchedules,
  CHANGES,
  ForeignScheduleError,
  type ApplyOptions,
  type ScheduleChange,
} from './schedules/apply.ts'
export { describeSchedules, type ScheduleRun, type ScheduleState } from './schedules/state.ts'
export {
  backfillSchedule,
  MAX_BACKFILL_TICKS,
  MAX_NOTE_LENGTH,
  pauseNote,
  pauseSchedule,
  resumeSchedule,
  triggerSchedule,
  type BackfillAnswer,
  type BackfillRange,
  type TriggerAnswer,
} from './schedules/steer.ts'
export { createScheduleDoorway, type ScheduleDoorway } from './schedules/doorway.ts'
