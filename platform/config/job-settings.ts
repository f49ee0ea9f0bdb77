import { integer, keepDays, textOr } from './setting-schemas.ts'

/** The scheduled jobs beside the refresh, and for how long rows are kept. */
export const JOB_SETTINGS = {
  WEATHER247_WARM_INTERVAL_MINUTES: integer(30, [5, 1440], {
    description: 'How often the cache is filled with the most requested cities',
    unit: 'minutes',
  }),
  WEATHER247_WARM_CITIES: integer(20, [1, 1000], {
    description: 'How many of the most requested cities are kept in the cache',
    unit: 'cities',
  }),
  WEATHER247_POPULARITY_HALF_LIFE_HOURS: integer(24, [1, 720], {
    description: 'After how long a read counts half as much for how requested its city is',
    unit: 'hours',
  }),
  WEATHER247_QUOTA_INTERVAL_MINUTES: integer(60, [5, 1440], {
    description: 'How often quota and health of the providers are judged',
    unit: 'minutes',
  }),
  WEATHER247_ANALYTICS_INTERVAL_MINUTES: integer(120, [15, 1440], {
    description: 'How often the analytics are computed',
    unit: 'minutes',
  }),
  WEATHER247_CLEANUP_TIME_ZONE: textOr(
    'UTC',
    'The time zone in which the daily cleanup is at 02:00',
    {
      expected: 'an IANA time zone such as Europe/Berlin',
      pattern: '^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$',
    },
  ),

  WEATHER247_KEEP_DAYS: keepDays(30, 'readings of conditions and air quality'),
  WEATHER247_KEEP_FORECAST_DAYS: keepDays(7, 'forecast days that have passed'),
  WEATHER247_KEEP_ROLLUP_DAYS: keepDays(
    90,
    'hourly rollups, of which analytics need 8, and analytics reports',
    8,
  ),
  WEATHER247_KEEP_SUMMARY_DAYS: keepDays(90, 'summaries of runs'),
  WEATHER247_KEEP_USAGE_DAYS: keepDays(90, 'hourly counts of requests'),
  WEATHER247_KEEP_AUDIT_DAYS: keepDays(365, 'the audit of changes over HTTP'),
}
