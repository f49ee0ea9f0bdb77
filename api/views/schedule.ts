import type { ScheduleId } from '../../contracts/schedule-definition.ts'
import type { ScheduleWithRuns } from '../readers/schedule-runs.ts'
import type { Schedule } from '../schemas/schedule.ts'

export const scheduleBody = (state: ScheduleWithRuns): Schedule => ({
  id: state.id as ScheduleId,
  cadence: state.cadence,
  every_seconds: state.everySeconds,
  paused: state.paused,
  note: state.note,
  next_times: state.nextTimes.map((at) => at.toISOString()),
  running: [...state.running],
  started: state.started,
  skipped: state.skipped,
  missed: state.missed,
  recent_runs: state.recentRuns.map(({ taskId, status, scheduledAt, startedAt }) => ({
    task_id: taskId,
    status,
    scheduled_at: scheduledAt.toISOString(),
    started_at: startedAt.toISOString(),
  })),
  workflow_type: state.workflowType,
  task_queue: state.taskQueue,
  catch_up_seconds: state.catchUpSeconds,
  time_limit_seconds: state.timeLimitSeconds,
})
