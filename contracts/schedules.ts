import type { AnalyticsInput } from './analytics.ts'
import type { CleanupInput } from './cleanup.ts'
import { JOB_WORKFLOWS } from './job.ts'
import { hardLimitMs, runLimits } from './run-limits.ts'
import type { MonitorQuotaInput } from './monitor-quota.ts'
import type { RefreshAllCitiesInput } from './refresh.ts'
import { REFRESH_SHAPE, REFRESH_TIMINGS } from './refresh-shape.ts'
import {
  SCHEDULE_NOTES,
  type Cadence,
  type ScheduleDefinition,
  type ScheduleSettings,
} from './schedule-definition.ts'
import { MINUTE_S } from '../domain/time/durations.ts'
import { TASK_QUEUES } from './task-queues.ts'
import type { WarmCacheInput } from './warm-cache.ts'

const CLEANUP_HOUR = 2

/** Each leaves another rest by 5, and the cleanup none: at periods of whole fives none meets another. */
const OFFSET_MINUTES = { refresh: 1, quota: 2, analytics: 8, warm: 4 } as const

/** Less than a minute, so that a shifted tick stays in its own. */
const JITTER_S = 20

export const ANALYTICS_DAYS = 7
export const ANALYTICS_HOURS = 24
export const ANALYTICS_CITIES_PER_PAGE = 500
export const CLEANUP_BATCH_SIZE = 1000

export function scheduleDefinitions(settings: ScheduleSettings): ScheduleDefinition[] {
  return [
    refresh(settings),
    warm(settings),
    quota(settings),
    analytics(settings),
    cleanup(settings),
  ]
}

/** A run that expires has to do so while it may still say it: the limits do not wait for workers. */
const LATEST_EXPIRY_SHARE = 0.9

/** What a tick's period and its `expires` decide. */
function pace(everyMinutes: number | undefined, catchUpSeconds: number) {
  const hardMs = hardLimitMs(everyMinutes)
  const { softLimitMs } = runLimits(hardMs, null)
  const expiresAfterMs = Math.min(catchUpSeconds * 1000, LATEST_EXPIRY_SHARE * softLimitMs)
  return {
    limits: runLimits(hardMs, expiresAfterMs),
    frame: { catchUpSeconds, executionTimeoutSeconds: hardMs / 1000 },
  }
}

/** An offset is shorter than its period, or the server refuses it. */
const every = (everyMinutes: number, offsetMinutes: number): Cadence => ({
  everyMinutes,
  offsetMinutes: offsetMinutes % everyMinutes,
})

function refresh({ refreshEveryMinutes, maxAgeSeconds }: ScheduleSettings): ScheduleDefinition {
  const { limits, frame } = pace(refreshEveryMinutes, 10 * MINUTE_S)
  const input: RefreshAllCitiesInput = {
    trigger: 'schedule',
    force: false,
    maxAgeSeconds,
    tickSeconds: refreshEveryMinutes * MINUTE_S,
    fanOut: 'auto',
    shape: REFRESH_SHAPE,
    timings: REFRESH_TIMINGS,
    limits,
  }
  return {
    id: 'refresh-all-cities',
    kind: 'refresh',
    note: SCHEDULE_NOTES['refresh-all-cities'],
    workflowType: JOB_WORKFLOWS.refresh,
    taskQueue: TASK_QUEUES.weatherRefresh,
    cadence: every(refreshEveryMinutes, OFFSET_MINUTES.refresh),
    jitterSeconds: JITTER_S,
    ...frame,
    args: [input],
  }
}

function warm({
  warmEveryMinutes,
  warmCities,
  maxAgeSeconds,
}: ScheduleSettings): ScheduleDefinition {
  const { limits, frame } = pace(warmEveryMinutes, 15 * MINUTE_S)
  const input: WarmCacheInput = {
    trigger: 'schedule',
    cities: warmCities,
    maxAgeSeconds,
    childrenInFlight: REFRESH_SHAPE.childrenInFlight,
    timings: REFRESH_TIMINGS,
    limits,
  }
  return {
    id: 'warm-cache-for-popular-cities',
    kind: 'warm',
    note: SCHEDULE_NOTES['warm-cache-for-popular-cities'],
    workflowType: JOB_WORKFLOWS.warm,
    taskQueue: TASK_QUEUES.cacheWarming,
    cadence: every(warmEveryMinutes, OFFSET_MINUTES.warm),
    jitterSeconds: JITTER_S,
    ...frame,
    args: [input],
  }
}

function quota({ quotaEveryMinutes }: ScheduleSettings): ScheduleDefinition {
  const { limits, frame } = pace(quotaEveryMinutes, 30 * MINUTE_S)
  const input: MonitorQuotaInput = { trigger: 'schedule', limits }
  return {
    id: 'monitor-api-quota',
    kind: 'quota',
    note: SCHEDULE_NOTES['monitor-api-quota'],
    workflowType: JOB_WORKFLOWS.quota,
    taskQueue: TASK_QUEUES.monitoring,
    cadence: every(quotaEveryMinutes, OFFSET_MINUTES.quota),
    jitterSeconds: JITTER_S,
    ...frame,
    args: [input],
  }
}

function analytics({ analyticsEveryMinutes }: ScheduleSettings): ScheduleDefinition {
  const { limits, frame } = pace(analyticsEveryMinutes, 60 * MINUTE_S)
  const input: AnalyticsInput = {
    trigger: 'schedule',
    days: ANALYTICS_DAYS,
    hours: ANALYTICS_HOURS,
    citiesPerPage: ANALYTICS_CITIES_PER_PAGE,
    limits,
  }
  return {
    id: 'generate-weather-analytics',
    kind: 'analytics',
    note: SCHEDULE_NOTES['generate-weather-analytics'],
    workflowType: JOB_WORKFLOWS.analytics,
    taskQueue: TASK_QUEUES.analytics,
    cadence: every(analyticsEveryMinutes, OFFSET_MINUTES.analytics),
    jitterSeconds: JITTER_S,
    ...frame,
    args: [input],
  }
}

/**
 * Where clocks change, 02:00 may not come, or come twice: a second firing an hour later is the
 * first's replacement, and which of them works a local day is decided in the database.
 */
export const cleanupHours = (timeZone: string): readonly number[] =>
  timeZone === 'UTC' ? [CLEANUP_HOUR] : [CLEANUP_HOUR, CLEANUP_HOUR + 1]

function cleanup({ cleanupTimeZone: timeZone, keepDays }: ScheduleSettings): ScheduleDefinition {
  const { limits, frame } = pace(undefined, 60 * MINUTE_S)
  const hours = cleanupHours(timeZone)
  const input: CleanupInput = {
    trigger: 'schedule',
    keepDays,
    dryRun: false,
    batchSize: CLEANUP_BATCH_SIZE,
    daily: { timeZone, hours },
    limits,
  }
  return {
    id: 'cleanup-old-weather-data',
    kind: 'cleanup',
    note: SCHEDULE_NOTES['cleanup-old-weather-data'],
    workflowType: JOB_WORKFLOWS.cleanup,
    taskQueue: TASK_QUEUES.maintenance,
    cadence: { dailyAtHours: hours, timeZone },
    // The nominal time distinguishes a firing from a person's trigger: it must be the full hour.
    jitterSeconds: 0,
    ...frame,
    args: [input],
  }
}
