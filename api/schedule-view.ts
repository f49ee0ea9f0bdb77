import type { ScheduleId } from '../contracts/schedules.ts'
import { runStatuses } from '../db/queries/runs.ts'
import type { ScheduleState } from '../temporal/schedules.ts'
import { isDatabaseUnavailable } from './database-unavailable.ts'
import type { ApiDeps } from './deps.ts'
import type { Schedule } from './schemas/schedule.ts'

/** How runs ended, by run id. */
type RunEnds = ReadonlyMap<string, string>

/** The server has the schedules; how their runs ended is in the database, which may be away. */
export async function endsOf(
  { db, log }: Pick<ApiDeps, 'db' | 'log'>,
  states: readonly ScheduleState[],
): Promise<RunEnds> {
  const runIds = states.flatMap(({ recentRuns }) => recentRuns.map(({ runId }) => runId))
  try {
    return await runStatuses(db, runIds)
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error
    log.warn({ err: error }, 'how runs ended cannot be read')
    return new Map()
  }
}

export const scheduleBody = (state: ScheduleState, ended: RunEnds): Schedule => ({
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
  recent_runs: state.recentRuns.map(({ taskId, runId, scheduledAt, startedAt }) => ({
    task_id: taskId,
    status: ended.get(runId) ?? null,
    scheduled_at: scheduledAt.toISOString(),
    started_at: startedAt.toISOString(),
  })),
  workflow_type: state.workflowType,
  task_queue: state.taskQueue,
  catch_up_seconds: state.catchUpSeconds,
  time_limit_seconds: state.timeLimitSeconds,
})
