import { describe, expect, it } from 'vitest'
import { faultOf, limitsText, MAX_LIMIT, parseLimits } from './limit-text.ts'

describe('a list of limits', () => {
  it.each([
    [
      '600/minute,10000/day',
      [
        { window: 'minute', limit: 600 },
        { window: 'day', limit: 10_000 },
      ],
    ],
    ['25/hour:sliding', [{ window: 'hour', limit: 25, kind: 'sliding' }]],
    ['1000/day@America/New_York', [{ window: 'day', limit: 1000, timeZone: 'America/New_York' }]],
    ['1000/day@UTC@6h', [{ window: 'day', limit: 1000, resetHour: 6 }]],
    [
      '9/month@Europe/Berlin@15d',
      [{ window: 'month', limit: 9, timeZone: 'Europe/Berlin', resetDay: 15 }],
    ],
    ['0/day', [{ window: 'day', limit: 0 }]],
  ])('%s is read, and written as it was', (text, limits) => {
    expect(parseLimits(text)).toEqual(limits)
    expect(limitsText(limits as never)).toBe(text)
  })

  it.each([
    '',
    '5',
    '5/week',
    '-1/day',
    '1.5/day',
    '5e3/day',
    '1/day,2/day',
    '1/day,',
    '1000000000001/day',
    `${'9'.repeat(400)}/day`,
    '1/day@Mars/Base',
    '1/day@UTC@24h',
    '1/day@UTC@3d',
    '1/month@UTC@29d',
    '1/minute@Europe/Berlin',
    '1/day:sliding@UTC@6h',
    '1/day:rolling',
  ])('%j is refused', (text) => {
    expect(parseLimits(text)).toBeUndefined()
  })

  it('says what is wrong with a limit', () => {
    expect(faultOf({ window: 'day', limit: MAX_LIMIT })).toBeUndefined()
    expect(faultOf({ window: 'day', limit: MAX_LIMIT + 1 })).toContain('from 0 to')
    expect(faultOf({ window: 'month', limit: 1, resetDay: 0 })).toContain('from 1 to 28')
    expect(faultOf({ window: 'day', limit: 1, timeZone: 'Nowhere/At_All' })).toContain(
      'no time zone',
    )
  })
})
