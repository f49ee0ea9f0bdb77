import { describe, expect, it } from 'vitest'
import { toForecast } from './forecast.ts'
import { parseForecast } from './wire.ts'

function gustOf(hour: unknown): number | null | undefined {
  const forecastday = [{ date: '2026-06-21', day: { maxtemp_c: 20, mintemp_c: 9 }, hour }]
  const answer = parseForecast({ forecast: { forecastday } })
  const { days } = toForecast(answer, { timeZone: 'UTC' }, new Date('2026-06-21T10:00:00Z'))
  return days[0]?.windGustMaxKmh
}

describe('the gust of a day', () => {
  it.each([
    ['the highest of its hours', [{ gust_kph: 12 }, { gust_kph: 48.6 }, { gust_kph: 30 }], 48.6],
    ['the highest of those that are known', [{ gust_kph: null }, {}, { gust_kph: 7.2 }], 7.2],
    ['read beside an hour that is none', [null, 'windy', { gust_kph: 15 }], 15],
    ['null without hours', undefined, null],
    ['null without a gust', [{}, {}], null],
    ['null where hours are no list', 'windy', null],
  ])('is %s', (_, hour, gust) => {
    expect(gustOf(hour)).toBe(gust)
  })
})
