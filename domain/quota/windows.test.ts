import { describe, expect, it } from 'vitest'
import { edgeWaitMs, windowEnd, windowStart } from './windows.ts'

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
