import { describe, expect, it } from 'vitest'
import {
  edgeWaitMs,
  oldestSlot,
  QUOTA_WINDOWS,
  slotFreeAt,
  slotOf,
  windowEnd,
  windowStart,
  type WindowRule,
} from './windows.ts'

const AT = new Date('2026-12-31T23:47:12.345Z')

describe('a quota window', () => {
  it.each([
    ['minute', '2026-12-31T23:47:00.000Z', '2026-12-31T23:48:00.000Z'],
    ['hour', '2026-12-31T23:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['day', '2026-12-31T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['month', '2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ] as const)('of a %s is that of the UTC clock', (window, start, end) => {
    expect(windowStart(window, AT).toISOString()).toBe(start)
    expect(windowEnd(window, AT).toISOString()).toBe(end)
  })

  it.each(['minute', 'hour', 'day', 'month'] as const)(
    'of a %s begins with its first millisecond and ends before the next one does',
    (window) => {
      const start = windowStart(window, AT)
      const end = windowEnd(window, AT)
      expect(windowStart(window, start)).toEqual(start)
      expect(windowEnd(window, start)).toEqual(end)
      expect(windowStart(window, new Date(end.getTime() - 1))).toEqual(start)
      expect(windowStart(window, end)).toEqual(end)
    },
  )

  it('of a month is as long as the month is', () => {
    const days = (at: string): number => {
      const start = windowStart('month', new Date(at)).getTime()
      return (windowEnd('month', new Date(at)).getTime() - start) / 86_400_000
    }
    expect(days('2027-02-10T00:00:00Z')).toBe(28)
    expect(days('2028-02-29T23:59:59Z')).toBe(29)
    expect(days('2026-01-31T12:00:00Z')).toBe(31)
  })
})

describe('the guard before an edge', () => {
  it.each([
    ['00.000', 0],
    ['59.249', 0],
    ['59.250', 750],
    ['59.999', 1],
  ])('at second %s holds back for %i ms', (second, waitMs) => {
    expect(edgeWaitMs(new Date(`2026-11-22T12:30:${second}Z`), 750)).toBe(waitMs)
  })
})

describe("a window by its provider's rule", () => {
  const day: WindowRule = { window: 'day', timeZone: 'America/New_York' }
  const month: WindowRule = { window: 'month', timeZone: 'America/New_York' }

  it.each([
    [
      'a day of New York',
      day,
      '2026-11-22T04:59:59Z',
      '2026-11-21T05:00:00Z',
      '2026-11-22T05:00:00Z',
    ],
    ['its next day', day, '2026-11-22T05:00:00Z', '2026-11-22T05:00:00Z', '2026-11-23T05:00:00Z'],
    [
      'a day of 25 hours',
      day,
      '2026-11-01T12:00:00Z',
      '2026-11-01T04:00:00Z',
      '2026-11-02T05:00:00Z',
    ],
    [
      'a day of 23 hours',
      day,
      '2026-03-08T12:00:00Z',
      '2026-03-08T05:00:00Z',
      '2026-03-09T04:00:00Z',
    ],
    [
      'a month of New York',
      month,
      '2026-12-01T03:00:00Z',
      '2026-11-01T04:00:00Z',
      '2026-12-01T05:00:00Z',
    ],
    [
      'a day that turns at six',
      { window: 'day', resetHour: 6 },
      '2026-11-22T05:30:00Z',
      '2026-11-21T06:00:00Z',
      '2026-11-22T06:00:00Z',
    ],
    [
      'a day that turns late',
      { ...day, resetHour: 23 },
      '2026-11-22T03:00:00Z',
      '2026-11-21T04:00:00Z',
      '2026-11-22T04:00:00Z',
    ],
    [
      'a billing month before its day',
      { window: 'month', resetDay: 15 },
      '2026-01-14T23:59:59Z',
      '2025-12-15T00:00:00Z',
      '2026-01-15T00:00:00Z',
    ],
    [
      'a billing month after its day',
      { window: 'month', resetDay: 15 },
      '2026-01-15T00:00:00Z',
      '2026-01-15T00:00:00Z',
      '2026-02-15T00:00:00Z',
    ],
  ] as const)('%s starts and ends where its clock says', (_, rule, at, start, end) => {
    expect(windowStart(rule, new Date(at))).toEqual(new Date(start))
    expect(windowEnd(rule, new Date(at))).toEqual(new Date(end))
  })

  it.each([
    'America/New_York',
    'Europe/Berlin',
    'America/Santiago',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  ])('leaves no moment of a year of %s in two windows or in none', (timeZone) => {
    for (const resetHour of [0, 2, 23]) {
      const rule: WindowRule = { window: 'day', timeZone, resetHour }
      let at = new Date('2026-01-01T00:00:00Z')
      for (let count = 0; count < 370; count++) {
        const end = windowEnd(rule, at)
        expect(end.getTime()).toBeGreaterThan(at.getTime())
        expect(windowStart(rule, end)).toEqual(end)
        expect(windowEnd(rule, new Date(end.getTime() - 1))).toEqual(end)
        at = end
      }
    }
  })
})

describe.each(QUOTA_WINDOWS)('a sliding %s', (window) => {
  it('counts a charge until the window is over and a request that is late has arrived', () => {
    const slot = slotOf(window, AT)
    const free = slotFreeAt(window, slot)
    expect(oldestSlot(window, new Date(free.getTime() - 1))).toBeLessThanOrEqual(slot)
    expect(oldestSlot(window, free)).toBeGreaterThan(slot)
    const length = { minute: 60e3, hour: 3600e3, day: 86_400e3, month: 30 * 86_400e3 }[window]
    expect(free.getTime() - AT.getTime()).toBeGreaterThan(length)
    expect(free.getTime() - AT.getTime()).toBeLessThan(1.04 * length)
  })
})
