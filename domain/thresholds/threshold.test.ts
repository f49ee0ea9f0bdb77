import { describe, expect, it } from 'vitest'
import { isQuiet, quietHoursOf } from './quiet-hours.ts'
import {
  holds,
  THRESHOLD_FIELD_NAMES,
  thresholdFieldNamed,
  type ThresholdRule,
} from './threshold.ts'

const rule = (side: ThresholdRule['side'], value: number): ThresholdRule => ({
  id: 1,
  field: 'temperatureC',
  side,
  value,
})

const values = (temperatureC: number | null) => ({ temperatureC }) as Parameters<typeof holds>[1]

it.each([
  ['above', 35, 34.9, false],
  ['above', 35, 35, true],
  ['below', -10, -9.9, false],
  ['below', -10, -10, true],
  ['below', -10, null, undefined],
] as const)('%s %d holds at %s: %s', (side, value, known, expected) => {
  expect(holds(rule(side, value), values(known))).toBe(expected)
})

it('fields are named as in responses; a direction is no amount', () => {
  expect(thresholdFieldNamed('wind_speed')).toBe('windSpeedKmh')
  expect(thresholdFieldNamed('windSpeedKmh')).toBeUndefined()
  expect(THRESHOLD_FIELD_NAMES).not.toContain('wind_direction')
})

describe('quiet hours', () => {
  it.each([
    ['22:00-07:00', '2026-01-10T21:30:00Z', 'Europe/Berlin', true],
    ['22:00-07:00', '2026-01-10T05:59:00Z', 'Europe/Berlin', true],
    ['22:00-07:00', '2026-01-10T06:00:00Z', 'Europe/Berlin', false],
    ['22:00-07:00', '2026-01-10T20:59:00Z', 'Europe/Berlin', false],
    ['12:00-14:00', '2026-01-10T03:30:00Z', 'Asia/Tokyo', true],
    ['12:00-14:00', '2026-01-10T05:00:00Z', 'Asia/Tokyo', false],
    // Summer time: the same moment is an hour later there.
    ['22:00-07:00', '2026-07-10T20:00:00Z', 'Europe/Berlin', true],
  ])('%s at %s in %s: %s', (text, at, zone, quiet) => {
    expect(isQuiet(quietHoursOf(text) ?? null, new Date(at), zone)).toBe(quiet)
  })

  it.each(['', '22:00', '24:00-07:00', '7:00-8:00', '07:00-07:00', '22:60-23:00'])(
    '%j are none',
    (text) => {
      expect(quietHoursOf(text)).toBeUndefined()
    },
  )

  it('are never, where there are none', () => {
    expect(isQuiet(null, new Date(), 'Etc/UTC')).toBe(false)
  })
})
