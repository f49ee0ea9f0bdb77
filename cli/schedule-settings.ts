import type { MaxAgeSeconds } from '../contracts/refresh.ts'
import type { ScheduleSettings } from '../contracts/schedules.ts'
import type { Config } from '../platform/config.ts'

const MINUTE_S = 60

/** The age at which each product is due; a person may name another one for the conditions. */
export function maxAgeSecondsOf(
  { refresh: { maxAgeMinutes } }: Pick<Config, 'refresh'>,
  conditionsMinutes = maxAgeMinutes.conditions,
): MaxAgeSeconds {
  return {
    conditions: conditionsMinutes * MINUTE_S,
    forecast: maxAgeMinutes.forecast * MINUTE_S,
    'air-quality': maxAgeMinutes['air-quality'] * MINUTE_S,
  }
}

export const scheduleSettingsOf = ({
  refresh,
  jobs,
}: Pick<Config, 'refresh' | 'jobs'>): ScheduleSettings => ({
  maxAgeSeconds: maxAgeSecondsOf({ refresh }),
  refreshEveryMinutes: refresh.intervalMinutes,
  warmEveryMinutes: jobs.warm.intervalMinutes,
  warmCities: jobs.warm.cities,
  quotaEveryMinutes: jobs.quota.intervalMinutes,
  analyticsEveryMinutes: jobs.analytics.intervalMinutes,
  cleanupTimeZone: jobs.cleanup.timeZone,
  keepDays: jobs.cleanup.keepDays,
})
