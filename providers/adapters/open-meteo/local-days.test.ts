import { describe, expect, it } from 'vitest'
import { checkForecast } from '../../../domain/weather/forecast-plausibility.ts'
import { toConditions } from './conditions.ts'
import { toForecast } from './forecast.ts'
import { parseCurrentWeather } from './wire.ts'
import { parseDailyWeather } from './wire-forecast.ts'

const unix = (iso: string): number => Date.parse(iso) / 1000
const nothing = () => undefined

/** Days as `timezone=…&timeformat=unixtime` has them: moments of their midnights. */
function daysAt(offsetS: number, midnights: readonly string[]) {
  const answer = parseDailyWeather(
    {
      utc_offset_seconds: offsetS,
      daily_units: { time: 'unixtime', temperature_2m_max: '°C' },
      daily: { time: midnights.map(unix), temperature_2m_max: midnights.map((_, day) => 20 + day) },
    },
    nothing,
  )
  return toForecast(answer, new Date(midnights[0] ?? 0))
}

describe('the dates of days', () => {
  it.each([
    [
      'America/Havana',
      -18_000,
      ['2026-03-07T05:00Z', '2026-03-08T05:00Z', '2026-03-09T05:00Z'],
      '2026-03-07',
    ],
    [
      'America/Havana',
      -18_000,
      ['2026-03-07T05:00Z', '2026-03-08T05:00Z', '2026-03-09T04:00Z'],
      '2026-03-07',
    ],
    [
      'America/Havana',
      -14_400,
      ['2026-03-08T04:00Z', '2026-03-09T04:00Z', '2026-03-10T04:00Z'],
      '2026-03-08',
    ],
    [
      'America/Santiago',
      -14_400,
      ['2026-09-05T04:00Z', '2026-09-06T04:00Z', '2026-09-07T03:00Z'],
      '2026-09-05',
    ],
    [
      'America/Santiago',
      -14_400,
      ['2026-09-05T04:00Z', '2026-09-06T04:00Z', '2026-09-07T04:00Z'],
      '2026-09-05',
    ],
    [
      'America/Santiago',
      -10_800,
      ['2026-04-04T03:00Z', '2026-04-05T03:00Z', '2026-04-06T03:00Z'],
      '2026-04-04',
    ],
    [
      'Atlantic/Azores',
      -3600,
      ['2026-03-28T01:00Z', '2026-03-29T01:00Z', '2026-03-30T00:00Z'],
      '2026-03-28',
    ],
    [
      'Atlantic/Azores',
      -3600,
      ['2026-03-28T01:00Z', '2026-03-29T01:00Z', '2026-03-30T01:00Z'],
      '2026-03-28',
    ],
    [
      'Africa/Cairo',
      7200,
      ['2026-04-22T22:00Z', '2026-04-23T22:00Z', '2026-04-24T21:00Z'],
      '2026-04-23',
    ],
    [
      'Australia/Lord_Howe',
      39_600,
      ['2026-04-03T13:00Z', '2026-04-04T13:00Z', '2026-04-05T13:30Z'],
      '2026-04-04',
    ],
    [
      'Asia/Kathmandu',
      20_700,
      ['2026-11-26T18:15Z', '2026-11-27T18:15Z', '2026-11-28T18:15Z'],
      '2026-11-27',
    ],
    [
      'Pacific/Chatham',
      49_500,
      ['2026-11-26T10:15Z', '2026-11-27T10:15Z', '2026-11-28T10:15Z'],
      '2026-11-27',
    ],
    [
      'Pacific/Kiritimati',
      50_400,
      ['2026-11-26T10:00Z', '2026-11-27T10:00Z', '2026-11-28T10:00Z'],
      '2026-11-27',
    ],
    [
      'Pacific/Pago_Pago',
      -39_600,
      ['2026-11-27T11:00Z', '2026-11-28T11:00Z', '2026-11-29T11:00Z'],
      '2026-11-27',
    ],
  ])(
    'in %s with an offset of %i s and midnights %j begin with %s',
    (timeZone, offsetS, midnights, first) => {
      const forecast = daysAt(offsetS, midnights)
      const day = (index: number): string =>
        new Date(Date.parse(first) + index * 86_400_000).toISOString().slice(0, 10)
      expect(forecast.days.map(({ date }) => date)).toEqual([day(0), day(1), day(2)])
      const timing = {
        now: new Date(Date.parse(midnights[0] ?? '') + 7_200_000),
        timeZone,
        madeAt: null,
      }
      expect(checkForecast(forecast, timing, nothing).days).toHaveLength(3)
    },
  )
})

const LATITUDES = {
  tromso: { latitude: 69.65, longitude: 18.96 },
  mcMurdo: { latitude: -77.85, longitude: 166.67 },
  quito: { latitude: -0.18, longitude: -78.47 },
}

function conditionsAt(place: keyof typeof LATITUDES, at: string, isDay?: number | null) {
  const current = {
    time: unix(at),
    temperature_2m: 1,
    ...(isDay !== undefined && { is_day: isDay }),
  }
  const answer = parseCurrentWeather({ current_units: { temperature_2m: '°C' }, current }, nothing)
  return toConditions(answer, LATITUDES[place], new Date(at))
}

describe('day or night', () => {
  it.each([
    ['tromso', 'midnight of 21 June', '2026-06-20T22:45Z', true],
    ['tromso', 'noon of 21 December', '2026-12-21T10:45Z', false],
    ['mcMurdo', 'noon of 23 May', '2026-05-23T00:45Z', false],
    ['mcMurdo', 'midnight of 21 December', '2026-12-21T12:45Z', true],
    ['quito', 'noon', '2026-03-20T17:15Z', true],
    ['quito', 'midnight', '2026-03-20T05:15Z', false],
  ] as const)('in %s at %s is computed from the height of the sun', (place, _, at, isDay) => {
    expect(conditionsAt(place, at)).toMatchObject({ isDay, derived: ['isDay'] })
    expect(conditionsAt(place, at, null)).toMatchObject({ isDay, derived: ['isDay'] })
    expect(conditionsAt(place, at, 7)).toMatchObject({ isDay, derived: ['isDay'] })
  })

  it.each([
    ['tromso', '2026-06-20T22:45Z', 0, false],
    ['quito', '2026-03-20T05:15Z', 1, true],
    ['mcMurdo', '2026-12-21T12:45Z', 1, true],
  ] as const)(
    "in %s at %s is the API's own where the answer holds it",
    (place, at, said, isDay) => {
      expect(conditionsAt(place, at, said)).toMatchObject({ isDay, derived: [] })
    },
  )
})
