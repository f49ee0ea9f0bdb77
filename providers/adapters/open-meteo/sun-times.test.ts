import { describe, expect, it } from 'vitest'
import { sunTimesOf } from './sun-times.ts'

const unix = (iso: string): number => Date.parse(iso) / 1000

describe('the sun times of a day', () => {
  it.each([
    // Both at local midnight: the sun stays down.
    ['McMurdo, 23 May', '2026-05-22T12:00Z', '2026-05-22T12:00Z', '2026-05-22T12:00Z'],
    ['Tromsø, 21 December', '2026-12-20T23:00Z', '2026-12-20T23:00Z', '2026-12-20T23:00Z'],
    ['Longyearbyen, 1 December', '2026-11-30T23:00Z', '2026-11-30T23:00Z', '2026-11-30T23:00Z'],
    ['Alert, 1 January', '2026-01-01T05:00Z', '2026-01-01T05:00Z', '2026-01-01T05:00Z'],
    // Local midnight and 24 hours later: the sun stays up.
    ['Tromsø, 21 June', '2026-06-20T22:00Z', '2026-06-20T22:00Z', '2026-06-21T22:00Z'],
    ['Longyearbyen, 21 June', '2026-06-20T22:00Z', '2026-06-20T22:00Z', '2026-06-21T22:00Z'],
    ['Alert, 21 June', '2026-06-21T04:00Z', '2026-06-21T04:00Z', '2026-06-22T04:00Z'],
    ['McMurdo, 21 December', '2026-12-20T11:00Z', '2026-12-20T11:00Z', '2026-12-21T11:00Z'],
    [
      'the South Pole, a day of 23 hours',
      '2026-09-26T12:00Z',
      '2026-09-26T12:00Z',
      '2026-09-27T12:00Z',
    ],
    // The midnight of another offset than the day's.
    ['Tromsø, 21 December, by UTC', '2026-12-20T23:00Z', '2026-12-21T00:00Z', '2026-12-21T00:00Z'],
    ['Tromsø, 21 June, by UTC', '2026-06-20T22:00Z', '2026-06-21T00:00Z', '2026-06-22T00:00Z'],
  ])('are none in %s', (_, midnight, sunrise, sunset) => {
    expect(sunTimesOf(unix(sunrise), unix(sunset), unix(midnight))).toEqual({
      sunriseAt: null,
      sunsetAt: null,
    })
  })

  it.each([
    ['0, as before June 2024', 0, 0],
    ['null', null, null],
    ['nothing', undefined, undefined],
    ['midnight for one of them', unix('2026-12-20T23:00Z'), undefined],
    ['the next midnight for one of them', undefined, unix('2026-12-21T23:00Z')],
    ['midnight beside null', unix('2026-12-20T23:00Z'), null],
  ])('are none where the answer holds %s', (_, sunrise, sunset) => {
    expect(sunTimesOf(sunrise, sunset, unix('2026-12-20T23:00Z'))).toEqual({
      sunriseAt: null,
      sunsetAt: null,
    })
  })

  it.each([
    [
      'after the next midnight',
      'Reykjavík, 21 June',
      '2026-06-21T00:00Z',
      '2026-06-21T02:55:12Z',
      '2026-06-22T00:03:40Z',
    ],
    [
      'just after midnight',
      'Bodø, 2 June',
      '2026-06-01T22:00Z',
      '2026-06-01T22:48:05Z',
      '2026-06-02T21:59:30Z',
    ],
    [
      'at midnight to the second',
      'a sun that rises at 00:00:00',
      '2026-06-01T22:00Z',
      '2026-06-01T22:00:00Z',
      '2026-06-02T21:41:00Z',
    ],
    [
      'at the next midnight to the second',
      'a sun that sets at 24:00:00',
      '2026-06-01T22:00Z',
      '2026-06-01T22:31:00Z',
      '2026-06-02T22:00:00Z',
    ],
    [
      'minutes apart',
      'a first short day',
      '2026-01-14T23:00Z',
      '2026-01-15T10:38:00Z',
      '2026-01-15T10:59:00Z',
    ],
  ])('%s are real: %s', (_, __, midnight, sunrise, sunset) => {
    expect(sunTimesOf(unix(sunrise), unix(sunset), unix(midnight))).toEqual({
      sunriseAt: new Date(sunrise),
      sunsetAt: new Date(sunset),
    })
  })

  it('keep the one that the answer holds', () => {
    const sunrise = '2026-02-07T06:32:58Z'
    expect(sunTimesOf(unix(sunrise), null, unix('2026-02-06T23:00Z'))).toEqual({
      sunriseAt: new Date(sunrise),
      sunsetAt: null,
    })
  })
})
