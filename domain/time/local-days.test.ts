import { expect, test } from 'vitest'
import { localDay, startOfLastDays } from './local-days.ts'

test.each([
  ['2026-03-29', 'Europe/Berlin', 23, '2026-03-28T23:00:00.000Z'],
  ['2026-10-25', 'Europe/Berlin', 25, '2026-10-24T22:00:00.000Z'],
  ['2026-11-01', 'America/Toronto', 25, '2026-11-01T04:00:00.000Z'],
  ['2026-10-04', 'Australia/Lord_Howe', 23.5, '2026-10-03T13:30:00.000Z'],
  ['2026-06-01', 'Asia/Kolkata', 24, '2026-05-31T18:30:00.000Z'],
])('%s in %s has %d hours', (date, timeZone, hours, startsAt) => {
  const day = localDay(date, timeZone)
  expect([day.hours, day.startsAt.toISOString()]).toEqual([hours, startsAt])
})

test('the last days are those of the place, today included', () => {
  const at = new Date('2026-11-22T10:30:00Z')
  const start = (days: number, zone: string) => startOfLastDays(at, days, zone).toISOString()
  expect(start(1, 'Europe/London')).toBe('2026-11-22T00:00:00.000Z')
  expect(start(2, 'Pacific/Kiritimati')).toBe('2026-11-21T10:00:00.000Z')
  expect(start(30, 'Europe/Berlin')).toBe('2026-10-23T22:00:00.000Z')
})
