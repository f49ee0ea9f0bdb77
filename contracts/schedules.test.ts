import { expect, test } from 'vitest'
import { SCHEDULE_SETTINGS } from '../test/support/data/schedule-settings.ts'
import { scheduleDefinitions } from './schedules.ts'
import { SCHEDULE_IDS, type ScheduleDefinition } from './schedule-definition.ts'

const definitions = scheduleDefinitions(SCHEDULE_SETTINGS)

const DAY_MINUTES = 24 * 60

/** Minutes of a UTC day at which a schedule fires. */
function minutesOf({ cadence }: ScheduleDefinition): number[] {
  if ('dailyAtHours' in cadence) return cadence.dailyAtHours.map((hour) => hour * 60)
  const { everyMinutes, offsetMinutes } = cadence
  return Array.from(
    { length: DAY_MINUTES / everyMinutes },
    (_, tick) => tick * everyMinutes + offsetMinutes,
  )
}

test('there are five schedules, each once, with the periods that were promised', () => {
  expect(definitions.map(({ id }) => id)).toEqual(SCHEDULE_IDS)
  expect(definitions.map(({ cadence }) => cadence)).toMatchObject([
    { everyMinutes: 15 },
    { everyMinutes: 30 },
    { everyMinutes: 60 },
    { everyMinutes: 120 },
    { dailyAtHours: [2], timeZone: 'UTC' },
  ])
})

test('a tick is caught up for as long as it is worth something', () => {
  expect(definitions.map(({ catchUpSeconds }) => catchUpSeconds)).toEqual([
    600, 900, 1800, 3600, 3600,
  ])
  // The same holds where the server was there, but no worker: while there is time left to say so.
  expect(definitions.map(({ args: [{ limits }] }) => limits.expiresAfterMs)).toEqual([
    600_000, 900_000, 1_350_000, 1_350_000, 1_350_000,
  ])
})

test.each([2, 5, 15, 60])(
  'every run expires before its soft limit, at a period of %i min',
  (period) => {
    const all = scheduleDefinitions({
      ...SCHEDULE_SETTINGS,
      refreshEveryMinutes: period,
      warmEveryMinutes: period,
    })
    for (const { args } of all) {
      const [{ limits }] = args
      expect(limits.expiresAfterMs).toBeLessThan(limits.softLimitMs)
    }
  },
)

test.each([5, 10, 15, 30])(
  'no two fire in the same minute of a day, with a refresh every %i minutes',
  (refreshEveryMinutes) => {
    const all = scheduleDefinitions({ ...SCHEDULE_SETTINGS, refreshEveryMinutes })
    const minutes = all.flatMap(minutesOf)
    expect(new Set(minutes).size).toBe(minutes.length)
    for (const { jitterSeconds } of all) expect(jitterSeconds).toBeLessThan(60)
  },
)

test.each([2, 15, 60])(
  'a run has ended a minute before the next tick, with a period of %i minutes',
  (minutes) => {
    const all = scheduleDefinitions({
      ...SCHEDULE_SETTINGS,
      refreshEveryMinutes: minutes,
      warmEveryMinutes: minutes,
      quotaEveryMinutes: minutes,
      analyticsEveryMinutes: minutes,
    })
    for (const { cadence, executionTimeoutSeconds } of all) {
      const periodMinutes = 'everyMinutes' in cadence ? cadence.everyMinutes : 60
      expect(executionTimeoutSeconds).toBeLessThanOrEqual((periodMinutes - 1) * 60)
      expect(executionTimeoutSeconds).toBeLessThanOrEqual(30 * 60)
    }
  },
)

test.each([1, 2, 7])('an offset is shorter than a period of %i minutes', (minutes) => {
  const [refresh] = scheduleDefinitions({ ...SCHEDULE_SETTINGS, refreshEveryMinutes: minutes })
  expect(refresh?.cadence).toEqual({ everyMinutes: minutes, offsetMinutes: 1 % minutes })
})

test('in a zone whose clocks may change, a second firing stands in for the first', () => {
  const [, , , , cleanup] = scheduleDefinitions({
    ...SCHEDULE_SETTINGS,
    cleanupTimeZone: 'America/New_York',
  })
  expect(cleanup?.cadence).toEqual({ dailyAtHours: [2, 3], timeZone: 'America/New_York' })
})
