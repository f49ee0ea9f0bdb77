import { describe, expect, it } from 'vitest'
import { addDays } from './calendar-date.ts'
import { HOUR_MS, SECOND_MS } from './durations.ts'
import { instantOfLocal, localDate, localDateTime, startOfLocalDay } from './local-time.ts'

describe('a local clock', () => {
  it.each([
    ['2026-03-29T00:59:59Z', 'Europe/Berlin', '2026-03-29 01:59:59'],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', '2026-03-29 03:00:00'],
    ['2026-11-27T00:00:00.999Z', 'Asia/Kathmandu', '2026-11-27 05:45:00'],
    ['2026-11-27T23:59:59Z', 'Pacific/Kiritimati', '2026-11-28 13:59:59'],
    ['2026-11-27T10:00:00Z', 'Pacific/Pago_Pago', '2026-11-26 23:00:00'],
    ['2026-01-01T00:00:00Z', 'UTC', '2026-01-01 00:00:00'],
  ])('at %s in %s shows %s', (at, zone, shown) => {
    expect(localDateTime(new Date(at), zone)).toBe(shown)
    expect(localDate(new Date(at), zone)).toBe(shown.slice(0, 10))
  })

  it.each([
    ['an ordinary time', '2026-06-01', 5, 39, 'Europe/London', '2026-06-01T04:39:00Z'],
    ['a zone of 45 minutes', '2026-06-01', 0, 0, 'Pacific/Chatham', '2026-05-31T11:15:00Z'],
    ['a skipped hour', '2026-03-29', 2, 30, 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    ['a skipped midnight', '2026-03-08', 0, 0, 'America/Havana', '2026-03-08T05:00:00Z'],
    ['an hour that comes twice', '2026-10-25', 2, 30, 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['after clocks went forward', '2026-03-08', 1, 0, 'America/Havana', '2026-03-08T05:00:00Z'],
    ['after clocks went back', '2026-11-01', 6, 0, 'America/New_York', '2026-11-01T11:00:00Z'],
    ['before clocks go back', '2026-10-25', 1, 0, 'Europe/Berlin', '2026-10-24T23:00:00Z'],
  ])('shows %s', (_, date, hour, minute, zone, instant) => {
    expect(instantOfLocal(date, hour, minute, zone)).toEqual(new Date(instant))
  })
})

describe('the start of a local day', () => {
  it.each([
    // Clocks go forward at midnight, so that the day begins at 01:00.
    ['America/Havana', '2026-03-08', '2026-03-08T05:00:00Z'],
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00Z'],
    ['Atlantic/Azores', '2026-03-29', '2026-03-29T01:00:00Z'],
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00Z'],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00Z'],
    // The days after those.
    ['America/Havana', '2026-03-09', '2026-03-09T04:00:00Z'],
    ['America/Santiago', '2026-09-07', '2026-09-07T03:00:00Z'],
    ['Atlantic/Azores', '2026-03-30', '2026-03-30T00:00:00Z'],
    // Clocks go back from 01:00 to 00:00: midnight comes twice, and the first counts.
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00Z'],
    ['Atlantic/Azores', '2026-10-25', '2026-10-25T00:00:00Z'],
    // Clocks go back from midnight to 23:00: the second of the two begins the day.
    ['America/Santiago', '2026-04-05', '2026-04-05T04:00:00Z'],
    ['America/Nuuk', '2026-10-25', '2026-10-25T02:00:00Z'],
    // Clocks go from 23:00 to midnight.
    ['America/Nuuk', '2026-03-29', '2026-03-29T01:00:00Z'],
    // From 23:30 to 00:30, in the first minute of the day and by half an hour.
    ['America/Toronto', '1919-03-31', '1919-03-31T04:30:00Z'],
    ['America/St_Johns', '2006-04-02', '2006-04-02T03:30:00Z'],
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00Z'],
    ['Asia/Kathmandu', '2026-11-27', '2026-11-26T18:15:00Z'],
    ['Pacific/Chatham', '2026-11-27', '2026-11-26T10:15:00Z'],
    ['UTC', '2026-11-27', '2026-11-27T00:00:00Z'],
  ])('in %s on %s is %s', (zone, date, instant) => {
    expect(startOfLocalDay(date, zone)).toEqual(new Date(instant))
  })

  it('of a date that the zone skipped is the start of the next one', () => {
    const afterDateLine = new Date('2011-12-30T10:00:00Z')
    expect(startOfLocalDay('2011-12-30', 'Pacific/Apia')).toEqual(afterDateLine)
    expect(startOfLocalDay('2011-12-31', 'Pacific/Apia')).toEqual(afterDateLine)
  })

  it('is its first moment and follows the day before, in every zone on every date of two years', () => {
    const wrong: string[] = []
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const dayOfMonth = new Intl.DateTimeFormat('en', { timeZone: zone, day: 'numeric' })
      let date = '2025-12-31'
      let startMs = startOfLocalDay(date, zone).getTime()
      while (date < '2028-01-01') {
        const next = addDays(date, 1)
        const nextMs = startOfLocalDay(next, zone).getTime()
        const hours = (nextMs - startMs) / HOUR_MS
        const isFirst =
          Number(dayOfMonth.format(nextMs)) === Number(next.slice(8)) &&
          Number(dayOfMonth.format(nextMs - SECOND_MS)) === Number(date.slice(8))
        if (!isFirst || hours < 22 || hours > 26) wrong.push(`${zone} ${next}, after ${hours} h`)
        date = next
        startMs = nextMs
      }
    }
    expect(wrong).toEqual([])
  }, 60_000)
})
