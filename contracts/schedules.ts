import { TASK_QUEUES, type TaskQueue } from './task-queues.ts'
import {
  REFRESH_SHAPE,
  REFRESH_TIMINGS,
  type MaxAgeSeconds,
  type RefreshAllCitiesInput,
} from './refresh.ts'

/** A schedule as data; `schedules apply` makes the server match it. */
export interface ScheduleDefinition {
  readonly id: string
  readonly note: string
  readonly workflowType: string
  readonly taskQueue: TaskQueue
  readonly everyMinutes: number
  /** Shift of the ticks, so that schedules do not fire together. */
  readonly offsetMinutes: number
  readonly jitterSeconds: number
  /** A tick that could not start within this window is dropped: the original's `expires`. */
  readonly catchUpSeconds: number
  /** Hard limit over the whole chain of runs. */
  readonly executionTimeoutSeconds: number
  readonly args: readonly unknown[]
}

/** What the schedules leave open to an installation. */
export interface ScheduleSettings {
  readonly refreshEveryMinutes: number
  readonly maxAgeSeconds: MaxAgeSeconds
}

const MINUTE_S = 60

/** min(30 min, period − 1 min), over the whole chain of runs. */
const hardLimitSeconds = (everyMinutes: number): number =>
  Math.max(MINUTE_S, Math.min(30 * MINUTE_S, (everyMinutes - 1) * MINUTE_S))

export function scheduleDefinitions(settings: ScheduleSettings): ScheduleDefinition[] {
  const hardLimit = hardLimitSeconds(settings.refreshEveryMinutes)
  const input: RefreshAllCitiesInput = {
    trigger: 'schedule',
    force: false,
    maxAgeSeconds: settings.maxAgeSeconds,
    tickSeconds: settings.refreshEveryMinutes * MINUTE_S,
    fanOut: 'auto',
    shape: REFRESH_SHAPE,
    timings: {
      ...REFRESH_TIMINGS,
      softLimitMs: (5 / 6) * hardLimit * 1000,
      softGraceMs: (1 / 12) * hardLimit * 1000,
    },
  }
  return [
    {
      id: 'refresh-all-cities',
      note: 'Refreshes every city whose weather would grow too old before the next tick',
      workflowType: 'refreshAllCities',
      taskQueue: TASK_QUEUES.weatherRefresh,
      everyMinutes: settings.refreshEveryMinutes,
      offsetMinutes: 0,
      jitterSeconds: 20,
      catchUpSeconds: 10 * MINUTE_S,
      executionTimeoutSeconds: hardLimit,
      args: [input],
    },
  ]
}
