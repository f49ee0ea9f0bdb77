import { describe, expect, it } from 'vitest'

import {
  isTimeZone,
  isoWithOffset,
  localMidnightMs,
  utcOffsetSeconds,
  zoneOfLongitude,
} from './time-zones.ts'

const SUMMER = Date.parse('2026-07-01T12:00:00Z')
const WINTER = Date.parse('2026-12-01T12:00:00Z')

describe('time zones', () => {
  it('follow daylight saving of named zones', () => {
    expect(utcOffsetSeconds('Europe/Berlin', SUMMER)).toBe(7200)
    expect(utcOffsetSeconds('Europe/Berlin', WINTER)).toBe(3600)
    expect(utcOffsetSeconds('Asia/Kolkata', WINTER)).toBe(19_800)
  })

  it.each([
    ['2026-10-03T15:00:00Z', '2026-10-03T15:29:59Z', '2026-10-03T15:30:00Z', 37_800, 39_600],
    ['2026-04-04T14:00:00Z', '2026-04-04T14:59:59Z', '2026-04-04T15:00:00Z', 39_600, 37_800],
  ])('change within an hour of UTC in Lord Howe: %s', (first, last, change, before, after) => {
    const at = (iso: string) => utcOffsetSeconds('Australia/Lord_Howe', Date.parse(iso))
    expect([first, last, change].map(at)).toEqual([before, before, after])
  })

  it('are guessed from the longitude with the reversed sign of Etc names', () => {
    expect(zoneOfLongitude(13.4)).toBe('Etc/GMT-1')
    expect(zoneOfLongitude(-74)).toBe('Etc/GMT+5')
    expect(utcOffsetSeconds('Etc/GMT-1', WINTER)).toBe(3600)
    expect(utcOffsetSeconds(zoneOfLongitude(0), WINTER)).toBe(0)
  })

  it('refuse names that are not in use', () => {
    expect(isTimeZone('Europe/Atlantis')).toBe(false)
    expect(isTimeZone('Europe/Berlin')).toBe(true)
  })

  it('begin the day at local midnight', () => {
    expect(new Date(localMidnightMs(SUMMER, -18_000)).toISOString()).toBe(
      '2026-07-01T05:00:00.000Z',
    )
    expect(isoWithOffset(SUMMER, -18_000)).toBe('2026-07-01T07:00:00-05:00')
  })
})
