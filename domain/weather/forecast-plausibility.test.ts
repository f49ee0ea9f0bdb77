import { describe, expect, it } from 'vitest'
import { discardInto, discardNothing } from '../../test/support/fuzz/discards.ts'
import { addDays } from '../time/calendar-date.ts'
import { checkForecast, type ForecastTiming } from './forecast-plausibility.ts'
import type { Forecast, ForecastDay } from './reading.ts'

const NOW = new Date('2026-06-01T22:30:00Z')
const TODAY_IN_TOKYO = '2026-06-02'
const TOKYO: ForecastTiming = { now: NOW, timeZone: 'Asia/Tokyo', madeAt: null }

const day = (date: string, overrides: Partial<ForecastDay> = {}): ForecastDay => ({
  date,
  temperatureMaxC: 25,
  temperatureMinC: 14,
  precipitationMm: 1,
  precipitationProbability: 0.4,
  windSpeedMaxKmh: 20,
  windGustMaxKmh: 40,
  uvIndexMax: 7,
  condition: 'rain',
  intensity: 'light',
  sunriseAt: null,
  sunsetAt: null,
  partial: false,
  ...overrides,
})

const forecast = (days: ForecastDay[]): Forecast => ({
  provider: 'open-meteo',
  fetchedAt: NOW,
  days,
  derived: [],
})

const from = (first: string, count: number): Forecast =>
  forecast(Array.from({ length: count }, (_, index) => day(addDays(first, index))))

const hoursAgo = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000)

const refusal = (given: Forecast, timing = TOKYO) => {
  try {
    checkForecast(given, timing, discardInto([]))
    return 'taken'
  } catch (error) {
    return (error as { kind: string }).kind
  }
}

describe('the days of a forecast', () => {
  it('are those from today on, by the clock of the city', () => {
    const given = from(TODAY_IN_TOKYO, 7)
    expect(checkForecast(given, TOKYO, discardNothing)).toEqual(given)
  })

  it.each([
    ['yesterday, in a neighbouring zone', -1, 7],
    ['tomorrow, late in the evening', 1, 7],
    ['today and end with it', 0, 1],
    ['today and end sixteen days on', 0, 17],
  ])('may begin with %s', (_, first, count) => {
    expect(refusal(from(addDays(TODAY_IN_TOKYO, first), count))).toBe('taken')
  })

  it.each([
    ['three days ago', 'stale', from(addDays(TODAY_IN_TOKYO, -3), 7)],
    ['and ended yesterday', 'stale', from(addDays(TODAY_IN_TOKYO, -1), 1)],
    ['in 1970', 'stale', from('1970-01-01', 7)],
    ['the day after tomorrow', 'from-the-future', from(addDays(TODAY_IN_TOKYO, 2), 7)],
    ['in 2999', 'from-the-future', from('2999-12-30', 2)],
  ])('that begin %s are refused as %s', (_, kind, given) => {
    expect(refusal(given)).toBe(kind)
  })

  it.each([-9999, -999, 999])('lose a temperature of %d alone', (sentinel) => {
    const noted: string[] = []
    const bad = day(addDays(TODAY_IN_TOKYO, 1), { temperatureMinC: sentinel })
    const given = forecast([day(TODAY_IN_TOKYO), bad])
    const { days } = checkForecast(given, TOKYO, discardInto(noted))
    expect(days.map(({ temperatureMinC }) => temperatureMinC)).toEqual([14, null])
    expect(noted).toHaveLength(1)
  })

  it.each([
    [
      'a day of 99 °C among others',
      [day(TODAY_IN_TOKYO), day('2026-06-03', { temperatureMaxC: 99 })],
    ],
    ['kelvin', [day(TODAY_IN_TOKYO, { temperatureMaxC: 298, temperatureMinC: 287 })]],
  ])('in another unit, such as with %s, are refused', (_, days) => {
    expect(refusal(forecast([...days]))).toBe('out-of-range')
  })

  it.each([
    ['a day that does not exist', [day(TODAY_IN_TOKYO), day('2027-02-29')]],
    ['a day that is no date', [day(TODAY_IN_TOKYO), day('2026-06-03\u0000')]],
    ['one day twice', [day(TODAY_IN_TOKYO), day(TODAY_IN_TOKYO)]],
    ['one day twice, apart', [day('2026-06-02'), day('2026-06-03'), day('2026-06-02')]],
    ['days in reverse', from(TODAY_IN_TOKYO, 3).days.toReversed()],
    ['a last day in the far future', [day(TODAY_IN_TOKYO), day('2999-12-31')]],
    ['an impossible temperature', [day(TODAY_IN_TOKYO, { temperatureMaxC: 999 })]],
    ['a sentinel for a temperature', [day(TODAY_IN_TOKYO, { temperatureMinC: -9999 })]],
  ])('with %s are refused', (_, days) => {
    expect(refusal(forecast([...days]))).toBe('out-of-range')
  })

  it.each([
    ['made three days ago', hoursAgo(72), 'stale'],
    ['made a day and an hour ago', hoursAgo(25), 'stale'],
    ['made in an hour', hoursAgo(-1), 'from-the-future'],
    ['made yesterday evening', hoursAgo(23), 'taken'],
    ['made now', NOW, 'taken'],
  ])('of a forecast %s at %s are %s', (_, madeAt, kind) => {
    expect(refusal(from(TODAY_IN_TOKYO, 7), { ...TOKYO, madeAt })).toBe(kind)
  })

  it('without a temperature are none, and a forecast without days is refused', () => {
    const empty = { temperatureMaxC: null, temperatureMinC: null }
    const given = forecast([day(TODAY_IN_TOKYO), day(addDays(TODAY_IN_TOKYO, 1), empty)])
    expect(checkForecast(given, TOKYO, discardNothing).days).toEqual([day(TODAY_IN_TOKYO)])
    expect(refusal(forecast([day(TODAY_IN_TOKYO, empty)]))).toBe('place-missing')
    expect(refusal(forecast([]))).toBe('place-missing')
  })

  it('with a highest below the lowest are left out with the reason', () => {
    const notes: string[] = []
    const odd = day(addDays(TODAY_IN_TOKYO, 1), { temperatureMaxC: 3, temperatureMinC: 4 })
    const given = forecast([day(TODAY_IN_TOKYO), odd])
    expect(checkForecast(given, TOKYO, discardInto(notes)).days).toEqual([day(TODAY_IN_TOKYO)])
    expect(notes).toEqual(['forecast 2026-06-03 has a highest of 3 below its lowest of 4'])
  })

  it.each([
    ['precipitationMm', -1],
    ['precipitationProbability', 1.5],
    ['windSpeedMaxKmh', Number.NaN],
    ['windGustMaxKmh', 1e9],
    ['uvIndexMax', 999],
  ] as const)('lose an optional %s of %d alone, with the reason', (field, value) => {
    const notes: string[] = []
    const given = forecast([day(TODAY_IN_TOKYO, { [field]: value })])
    const { days } = checkForecast(given, TOKYO, discardInto(notes))
    expect(days).toEqual([day(TODAY_IN_TOKYO, { [field]: null })])
    expect(notes).toEqual([expect.stringContaining(`${field} is ${value}, outside`)])
  })

  it('lose a sunrise of another day', () => {
    const notes: string[] = []
    const given = day(TODAY_IN_TOKYO, { sunriseAt: new Date(0), sunsetAt: NOW })
    const { days } = checkForecast(forecast([given]), TOKYO, discardInto(notes))
    expect(days).toEqual([{ ...given, sunriseAt: null }])
    expect(notes).toEqual(['forecast 2026-06-02: sunriseAt is on another day'])
  })
})
