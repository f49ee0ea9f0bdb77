import type { KeepDays } from '../domain/retention.ts'
import type { AnalyticsInput } from './analytics.ts'
import type { CleanupInput } from './cleanup.ts'
import type { RunKind } from './job.ts'
import type { MonitorQuotaInput } from './monitor-quota.ts'
import type { MaxAgeSeconds, RefreshAllCitiesInput } from './refresh.ts'
import type { TaskQueue } from './task-queues.ts'
import type { WarmCacheInput } from './warm-cache.ts'

export const SCHEDULE_IDS = [
  'refresh-all-cities',
  'warm-cache-for-popular-cities',
  'monitor-api-quota',
  'generate-weather-analytics',
  'cleanup-old-weather-data',
] as const

export type ScheduleId = (typeof SCHEDULE_IDS)[number]

/** Ticks of a period, shifted so that schedules do not fire together; or hours of a zone's day. */
export type Cadence =
  | { readonly everyMinutes: number; readonly offsetMinutes: number }
  | { readonly dailyAtHours: readonly number[]; readonly timeZone: string }

/** A schedule as data; `schedules apply` makes the server match it. */
export interface ScheduleDefinition {
  readonly id: ScheduleId
  readonly kind: RunKind
  readonly note: string
  readonly workflowType: string
  readonly taskQueue: TaskQueue
  readonly cadence: Cadence
  readonly jitterSeconds: number
  /** A tick that could not start within this window is dropped: the original's `expires`. */
  readonly catchUpSeconds: number
  /** Hard limit over the whole chain of runs. */
  readonly executionTimeoutSeconds: number
  readonly args: readonly [
    RefreshAllCitiesInput | WarmCacheInput | MonitorQuotaInput | AnalyticsInput | CleanupInput,
  ]
}

/** What the schedules leave open to an installation. */
export interface ScheduleSettings {
  readonly maxAgeSeconds: MaxAgeSeconds
  readonly refreshEveryMinutes: number
  readonly warmEveryMinutes: number
  readonly warmCities: number
  readonly quotaEveryMinutes: number
  readonly analyticsEveryMinutes: number
  /** IANA. */
  readonly cleanupTimeZone: string
  readonly keepDays: KeepDays
}

/** What each is for; its note on the server while no operator has left one. */
export const SCHEDULE_NOTES: Readonly<Record<ScheduleId, string>> = {
  'refresh-all-cities':
    'Refreshes every city whose weather would grow too old before the next tick',
  'warm-cache-for-popular-cities': 'Keeps the most requested cities in the cache',
  'monitor-api-quota': 'Judges quota and health of every provider, without a call',
  'generate-weather-analytics': 'Computes statistics per city and overall from hourly rollups',
  'cleanup-old-weather-data': 'Deletes what is too old to be kept',
}
