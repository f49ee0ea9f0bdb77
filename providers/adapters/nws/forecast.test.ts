import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { discardInto, discardNothing } from '../../../test/support/fuzz/discards.ts'
import { toForecast, windKmh } from './forecast.ts'
import { parseForecast } from './wire-forecast.ts'

const NOW = new Date('2026-02-06T21:47:00Z')
const recorded = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8'))
const FORECAST = recorded('gridpoint-forecast-lwx')

describe('the mapping of the forecast', () => {
  const { days } = toForecast(parseForecast(FORECAST), NOW, discardNothing)

  it('makes local days of half-day periods, from this afternoon on', () => {
    expect(
      days.map(({ date, temperatureMaxC, temperatureMinC, partial }) => [
        date,
        temperatureMaxC,
        temperatureMinC,
        partial,
      ]),
    ).toEqual([
      ['2026-02-06', 1, null, true],
      ['2026-02-07', -7, -11, false],
      ['2026-02-08', -4, -12, false],
      ['2026-02-09', 0, -11, false],
      ['2026-02-10', 7, -6, false],
      ['2026-02-11', 8, -1, false],
      ['2026-02-12', 4, -1, false],
    ])
  })

  it('takes the highest wind and chance of the periods that touch the day', () => {
    expect(days[0]).toEqual({
      date: '2026-02-06',
      temperatureMaxC: 1,
      temperatureMinC: null,
      precipitationMm: null,
      precipitationProbability: 0.71,
      windSpeedMaxKmh: 35,
      windGustMaxKmh: null,
      uvIndexMax: null,
      condition: 'snow',
      intensity: 'light',
      sunriseAt: null,
      sunsetAt: null,
      partial: true,
    })
    expect(days[1]).toMatchObject({ precipitationProbability: 0.45, windSpeedMaxKmh: 48 })
  })

  it('reads degrees Fahrenheit', () => {
    const period = {
      startTime: '2026-02-07T06:00:00-05:00',
      endTime: '2026-02-07T18:00:00-05:00',
      isDaytime: true,
      temperature: 50,
      temperatureUnit: 'F',
    }
    const forecast = toForecast(
      parseForecast({ properties: { periods: [period] } }),
      NOW,
      discardNothing,
    )
    expect(forecast.days[0]).toMatchObject({ temperatureMaxC: 10, windSpeedMaxKmh: null })
  })

  it('is named after the more severe of the day and its evening, not after the night before', () => {
    const half = (from: string, to: string, isDaytime: boolean, shortForecast: string) => ({
      startTime: `2026-02-${from}:00:00-05:00`,
      endTime: `2026-02-${to}:00:00-05:00`,
      isDaytime,
      temperature: 5,
      temperatureUnit: 'C',
      shortForecast,
    })
    const halves = [
      half('06T18', '07T06', false, 'Heavy Snow'),
      half('07T06', '07T18', true, 'Sunny'),
      half('07T18', '08T06', false, 'Rain'),
      half('08T06', '08T18', true, 'Drizzle'),
      half('08T18', '09T06', false, 'Clear'),
    ]
    const answer = parseForecast({ properties: { periods: halves } })
    const named = toForecast(answer, NOW, discardNothing).days.map(({ condition }) => condition)
    expect(named).toEqual(['rain', 'drizzle'])
  })

  type RecordedPeriod = Readonly<Record<string, unknown>>
  const { periods } = (FORECAST as { properties: { periods: RecordedPeriod[] } }).properties

  // Of the recorded half days the first is an afternoon, so that odd ones are nights.
  it.each<[string, number, RecordedPeriod, string[], string[]]>([
    ['a day that does not say it is one', 2, { isDaytime: null }, ['2026-02-07'], ['2026-02-06']],
    ['a day of 12.5 text degrees', 4, { temperature: '12.5' }, ['2026-02-08'], ['2026-02-06']],
    ['a day without a unit', 6, { temperatureUnit: null }, ['2026-02-09'], ['2026-02-06']],
    [
      'a night with n/a degrees',
      3,
      { temperature: 'n/a' },
      [],
      ['2026-02-06', '2026-02-07', '2026-02-08'],
    ],
  ])('loses only %s, and marks the days beside a lost night', (_, index, change, lost, partial) => {
    const notes: string[] = []
    const changed = periods.with(index, { ...periods[index], ...change })
    const answer = parseForecast({ properties: { periods: changed } }, discardInto(notes))
    const left = toForecast(answer, NOW, discardNothing).days
    const dates = days.map(({ date }) => date)
    expect(left.map(({ date }) => date)).toEqual(dates.filter((date) => !lost.includes(date)))
    expect(left.filter((day) => day.partial).map(({ date }) => date)).toEqual(partial)
    expect(notes).toEqual([
      expect.stringContaining(`/properties/periods/${index} cannot be read`) as string,
    ])
  })

  it('refuses a forecast of which no half day can be read', () => {
    const none = periods.map((period) => ({ ...period, isDaytime: null }))
    expect(() => parseForecast({ properties: { periods: none } })).toThrow(/isDaytime/)
  })

  it.each([
    ['4 km/h', 4],
    ['5 to 15 km/h', 15],
    ['10 mph', 16.1],
    ['Calm', null],
    [null, null],
  ])('reads the wind "%s"', (text, kmh) => {
    expect(windKmh(text)).toBe(kmh)
  })
})
