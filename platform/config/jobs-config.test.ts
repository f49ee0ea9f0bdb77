import { expect, test } from 'vitest'
import { readEnv } from './env.ts'
import { decideJobs } from './jobs-config.ts'
import { SettingsError } from './settings-error.ts'

const jobsOf = (source: Record<string, string>) => decideJobs(readEnv(source))

const complaintOf = (source: Record<string, string>): string => {
  try {
    jobsOf(source)
  } catch (error) {
    if (error instanceof SettingsError) return error.message
    throw error
  }
  return 'it starts'
}

test('without settings no entry leaves the cache before its job comes again', () => {
  const { warm, analytics, cache } = jobsOf({})
  expect(cache).toEqual({
    freshSeconds: { conditions: 900 },
    keepSeconds: 3600,
    analyticsSeconds: 14_400,
  })
  expect(cache.keepSeconds).toBe(2 * warm.intervalMinutes * 60)
  expect(cache.analyticsSeconds).toBe(2 * analytics.intervalMinutes * 60)
})

test.each([
  [{ WEATHER247_WARM_INTERVAL_MINUTES: '120' }, 14_400],
  [{ WEATHER247_WARM_INTERVAL_MINUTES: '5' }, 1800],
  [{ WEATHER247_REFRESH_INTERVAL_MINUTES: '60' }, 7200],
  [{ WEATHER247_CACHE_CONDITIONS_SECONDS: '7200' }, 7200],
])(
  'with %o weather is kept for two periods of what fills it, and for as long as it is fresh',
  (source, seconds) => {
    expect(jobsOf(source).cache.keepSeconds).toBe(seconds)
  },
)

test.each([
  [{ WEATHER247_CACHE_ANALYTICS_SECONDS: '14399' }, 14_400],
  [{ WEATHER247_CACHE_ANALYTICS_SECONDS: '7199' }, 14_400],
  [{ WEATHER247_ANALYTICS_INTERVAL_MINUTES: '180' }, 21_600],
])('with %o analytics would be gone too early, and nothing starts', (source, least) => {
  expect(complaintOf(source)).toBe(
    'A setting is wrong:\n' +
      `  WEATHER247_CACHE_ANALYTICS_SECONDS must be at least ${least} seconds, twice ` +
      'WEATHER247_ANALYTICS_INTERVAL_MINUTES, or analytics would be gone before they are computed again',
  )
})

test('a shorter interval of the analytics allows a shorter life in the cache', () => {
  const source = {
    WEATHER247_ANALYTICS_INTERVAL_MINUTES: '30',
    WEATHER247_CACHE_ANALYTICS_SECONDS: '3600',
  }
  expect(jobsOf(source).cache.analyticsSeconds).toBe(3600)
})

test.each(['Europe/Berlin', 'America/St_Johns', 'UTC'])('the cleanup may be in %s', (timeZone) => {
  const source = { WEATHER247_CLEANUP_TIME_ZONE: timeZone }
  expect(jobsOf(source).cleanup.timeZone).toBe(timeZone)
})

test.each(['Europe/Atlantis', 'CET/CEST'])('a time zone like %s is refused by name', (timeZone) => {
  expect(complaintOf({ WEATHER247_CLEANUP_TIME_ZONE: timeZone })).toBe(
    'A setting is wrong:\n  WEATHER247_CLEANUP_TIME_ZONE must be an IANA time zone such as ' +
      `Europe/Berlin, not "${timeZone}"`,
  )
})

test.each([
  ['europe/berlin', 'Europe/Berlin'],
  ['utc', 'UTC'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
])('the time zone %s is known to the server as %s', (name, timeZone) => {
  expect(jobsOf({ WEATHER247_CLEANUP_TIME_ZONE: name }).cleanup.timeZone).toBe(timeZone)
})
