import type { Client, ScheduleDescription, ScheduleExecutionActionResult } from '@temporalio/client'
import { SECOND_MS } from '../../domain/time/durations.ts'
import { formatTaskId } from '../task-id.ts'
import { specText } from './cadence.ts'
import { describeOurs } from './describe.ts'

export interface ScheduleRun {
  readonly taskId: string
  /** First run of its chain: what its summary is stored under. */
  readonly runId: string
  readonly scheduledAt: Date
  readonly startedAt: Date
}

/** A schedule as it stands on the server. */
export interface ScheduleState {
  readonly id: string
  /** `every 15 min, offset 1 min`. */
  readonly cadence: string
  /** Null where it is not one period. */
  readonly everySeconds: number | null
  readonly paused: boolean
  readonly note: string | null
  /** None while it is paused. */
  readonly nextTimes: readonly Date[]
  /** The latest ten at most, newest first. */
  readonly recentRuns: readonly ScheduleRun[]
  /** Tasks under way. */
  readonly running: readonly string[]
  /** Runs it has started. */
  readonly started: number
  /** Ticks that fell on a run that was still going. */
  readonly skipped: number
  /** Ticks the server was away for longer than it may catch up. */
  readonly missed: number
  readonly workflowType: string
  readonly taskQueue: string
  readonly catchUpSeconds: number
  /** Null where it has none. */
  readonly timeLimitSeconds: number | null
}

/** A schedule that is not on the server, or not ours, is absent. */
export async function describeSchedules(
  client: Client,
  ids: readonly string[],
): Promise<ScheduleState[]> {
  const found = await Promise.all(ids.map((id) => describeOurs(client, id)))
  return found.flatMap((schedule) => (schedule ? [stateOf(schedule)] : []))
}

export function stateOf({
  scheduleId,
  spec,
  action,
  policies,
  state,
  info,
}: ScheduleDescription): ScheduleState {
  const limitMs: unknown = action.workflowExecutionTimeout
  return {
    id: scheduleId,
    cadence: specText(spec),
    everySeconds: everySecondsOf(spec),
    paused: state.paused,
    note: state.note ?? null,
    nextTimes: state.paused ? [] : info.nextActionTimes,
    recentRuns: info.recentActions
      .map(({ scheduledAt, takenAt, action: run }) => ({
        taskId: taskIdOf(run),
        runId: run.workflow.firstExecutionRunId,
        scheduledAt,
        startedAt: takenAt,
      }))
      .reverse(),
    running: info.runningActions.map(taskIdOf),
    started: info.numActionsTaken,
    skipped: info.numActionsSkippedOverlap,
    missed: info.numActionsMissedCatchupWindow,
    workflowType: action.workflowType,
    taskQueue: action.taskQueue,
    catchUpSeconds: policies.catchupWindow / SECOND_MS,
    timeLimitSeconds: typeof limitMs === 'number' && limitMs > 0 ? limitMs / SECOND_MS : null,
  }
}

const taskIdOf = ({ workflow }: ScheduleExecutionActionResult): string =>
  formatTaskId(workflow.workflowId, workflow.firstExecutionRunId)

function everySecondsOf({ intervals = [], calendars = [] }: ScheduleDescription['spec']) {
  const [interval] = intervals
  if (interval === undefined || intervals.length + calendars.length > 1) return null
  return interval.every / SECOND_MS
}
