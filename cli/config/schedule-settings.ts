import type { MaxAgeSeconds } from '../../contracts/refresh.ts'
import type { ScheduleSettings } from '../../contracts/schedule-definition.ts'
import type { Config } from '../../platform/config/config.ts'
import { productAgesSeconds } from '../../platform/config/product-ages.ts'

/** The age at which each product is due; a person may name another one for the conditions. */
export function maxAgeSecondsOf(
  { refresh: { maxAgeMinutes } }: Pick<Config, 'refresh'>,
  conditionsMinutes = maxAgeMinutes.conditions,
): MaxAgeSeconds {
  return productAgesSeconds({ ...maxAgeMinutes, conditions: conditionsMinutes })
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
