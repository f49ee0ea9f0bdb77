import { MINUTE_S } from '../../domain/time/durations.ts'
import { canonicalTimeZone } from '../../domain/time/time-zone.ts'
import type { Env } from './env.ts'
import { SettingsError } from './settings-error.ts'

/** Cadences, ages and cache lives of the jobs. */
export interface JobsConfig {
  readonly warm: {
    readonly intervalMinutes: number
    readonly cities: number
    readonly halfLifeHours: number
  }
  readonly quota: { readonly intervalMinutes: number }
  readonly analytics: { readonly intervalMinutes: number }
  readonly cleanup: {
    /** IANA. */
    readonly timeZone: string
    readonly keepDays: {
      readonly readings: number
      readonly forecasts: number
      readonly rollups: number
      readonly summaries: number
      readonly usage: number
      readonly audit: number
    }
  }
  readonly cache: {
    /** For how long an entry counts as fresh, in seconds. */
    readonly freshSeconds: { readonly conditions: number }
    /** For how long a weather entry stays, fresh or not: two periods of the jobs that fill it. */
    readonly keepSeconds: number
    readonly analyticsSeconds: number
  }
}

/** @throws SettingsError when an entry would leave the cache before its job comes again. */
export function decideJobs(env: Env): JobsConfig {
  const minAnalyticsSeconds = 2 * env.WEATHER247_ANALYTICS_INTERVAL_MINUTES * MINUTE_S
  if (env.WEATHER247_CACHE_ANALYTICS_SECONDS < minAnalyticsSeconds) {
    const complaint =
      `must be at least ${minAnalyticsSeconds} seconds, twice WEATHER247_ANALYTICS_INTERVAL_MINUTES, ` +
      'or analytics would be gone before they are computed again'
    throw new SettingsError([{ name: 'WEATHER247_CACHE_ANALYTICS_SECONDS', complaint }])
  }
  const freshSeconds = { conditions: env.WEATHER247_CACHE_CONDITIONS_SECONDS }
  return {
    warm: {
      intervalMinutes: env.WEATHER247_WARM_INTERVAL_MINUTES,
      cities: env.WEATHER247_WARM_CITIES,
      halfLifeHours: env.WEATHER247_POPULARITY_HALF_LIFE_HOURS,
    },
    quota: { intervalMinutes: env.WEATHER247_QUOTA_INTERVAL_MINUTES },
    analytics: { intervalMinutes: env.WEATHER247_ANALYTICS_INTERVAL_MINUTES },
    cleanup: {
      timeZone: timeZoneOf(env.WEATHER247_CLEANUP_TIME_ZONE),
      keepDays: {
        readings: env.WEATHER247_KEEP_DAYS,
        forecasts: env.WEATHER247_KEEP_FORECAST_DAYS,
        rollups: env.WEATHER247_KEEP_ROLLUP_DAYS,
        summaries: env.WEATHER247_KEEP_SUMMARY_DAYS,
        usage: env.WEATHER247_KEEP_USAGE_DAYS,
        audit: env.WEATHER247_KEEP_AUDIT_DAYS,
      },
    },
    cache: {
      freshSeconds,
      keepSeconds: Math.max(
        2 * env.WEATHER247_WARM_INTERVAL_MINUTES * MINUTE_S,
        2 * env.WEATHER247_REFRESH_INTERVAL_MINUTES * MINUTE_S,
        ...Object.values(freshSeconds),
      ),
      analyticsSeconds: env.WEATHER247_CACHE_ANALYTICS_SECONDS,
    },
  }
}

/** The Temporal server knows zones only by their canonical spelling. */
function timeZoneOf(name: string): string {
  const known = canonicalTimeZone(name)
  if (known === undefined) {
    const complaint = `must be an IANA time zone such as Europe/Berlin, not ${JSON.stringify(name)}`
    throw new SettingsError([{ name: 'WEATHER247_CLEANUP_TIME_ZONE', complaint }])
  }
  return known.toLowerCase() === name.toLowerCase() ? known : name
}
