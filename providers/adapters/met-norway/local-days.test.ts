import { describe, expect, it } from 'vitest'
import { toConditions } from './conditions.ts'
import { toForecast } from './forecast.ts'
import { parseMetNorway } from './wire.ts'

const HOUR_MS = 3_600_000

const UNITS = {
  air_temperature: 'celsius',
  precipitation_amount: 'mm',
  probability_of_precipitation: '%',
}

interface Span {
  readonly mm?: number
  readonly chance?: number
  readonly symbol?: string
}

interface Step {
  readonly celsius?: number
  readonly one?: Span
  readonly six?: Span
  readonly twelve?: Span
}

const period = ({ mm, chance, symbol = 'cloudy' }: Span) => ({
  summary: { symbol_code: symbol },
  details: {
    ...(mm !== undefined && { precipitation_amount: mm }),
    ...(chance !== undefined && { probability_of_precipitation: chance }),
  },
})

/** Read from a document of these steps, which are `stepHours` apart. */
function entriesFrom(startsAt: string, stepHours: number, steps: readonly Step[]) {
  const timeseries = steps.map(({ celsius = 10, one, six, twelve }, index) => ({
    time: new Date(Date.parse(startsAt) + index * stepHours * HOUR_MS).toISOString(),
    data: {
      instant: { details: { air_temperature: celsius } },
      ...(one && { next_1_hours: period(one) }),
      ...(six && { next_6_hours: period(six) }),
      ...(twelve && { next_12_hours: period(twelve) }),
    },
  }))
  const meta = { updated_at: startsAt, units: UNITS }
  return parseMetNorway({ properties: { meta, timeseries } }, () => undefined).entries
}

const forecastOf = (
  timeZone: string,
  startsAt: string,
  stepHours: number,
  steps: readonly Step[],
) => toForecast(entriesFrom(startsAt, stepHours, steps), { timeZone }, new Date(startsAt))

describe('a day without a midnight', () => {
  // Each hour is one degree warmer, and a millimetre falls in it.
  const hours = Array.from({ length: 72 }, (_, hour) => ({ celsius: hour, one: { mm: 1 } }))

  it.each([
    ['America/Havana', '2026-03-07T05:00Z', '2026-03-08', 24, 46, 23],
    ['America/Santiago', '2026-09-05T04:00Z', '2026-09-06', 24, 46, 23],
    ['Atlantic/Azores', '2026-03-28T01:00Z', '2026-03-29', 24, 46, 23],
    ['Africa/Cairo', '2026-04-22T22:00Z', '2026-04-24', 24, 46, 23],
    // Clocks go back at midnight, so that the day before has 25 hours.
    ['America/Santiago', '2026-04-04T03:00Z', '2026-04-05', 25, 48, 24],
  ])('in %s from %s: %s has the hours %i to %i', (zone, from, date, first, last, mm) => {
    const { days } = forecastOf(zone, from, 1, hours)
    expect(days.map((day) => day.date)).toContain(date)
    expect(days.find((day) => day.date === date)).toMatchObject({
      temperatureMinC: first,
      temperatureMaxC: last,
      precipitationMm: mm,
      partial: false,
    })
  })
})

describe('six hours over midnight', () => {
  it.each([
    // 21:00 to 03:00 in Berlin in summer.
    ['Europe/Berlin', '2026-06-01T13:00Z', [1, 3, 0.6], [2.5, 2.1]],
    // 14:00 to 02:00 in New York.
    ['America/New_York', '2026-06-01T18:00Z', [1.2, 6], [5.2, 2]],
    // 17:45 to 05:45 in Kathmandu.
    ['Asia/Kathmandu', '2026-06-01T12:00Z', [2.4, 2.4], [2.5, 2.3]],
    // Havana: 19:00 of the eve to 02:00, an hour of which is skipped.
    ['America/Havana', '2026-03-08T00:00Z', [6], [5, 1]],
  ])('in %s from %s share %j between the days', (zone, from, amounts, expected) => {
    const steps = amounts.map((mm) => ({ six: { mm } }))
    const entries = entriesFrom(from, 6, steps)
    const forecast = toForecast(entries, { timeZone: zone }, new Date(from))
    const found = forecast.days.map(({ precipitationMm }) => precipitationMm)
    // A last day of less than twelve hours is left out.
    expect(found).toEqual(expected.slice(0, found.length))
    expect(forecast.derived).toContain('precipitationMm')
  })

  it('are unknown to both days where the amount is missing', () => {
    const steps = [{ six: { mm: 1 } }, { six: {} }, { six: { mm: 1 } }, { six: { mm: 1 } }]
    const { days } = forecastOf('UTC', '2026-06-01T15:00Z', 6, steps)
    expect(days.map(({ precipitationMm }) => precipitationMm)).toEqual([null, null])
  })
})

describe('the chance of precipitation of a day', () => {
  it.each([
    [
      'the highest of its hours',
      1,
      [{ one: { chance: 12.4 } }, { one: { chance: 55.1 } }, { one: { chance: 3 } }],
      0.55,
    ],
    [
      'the highest of its spans of six hours',
      6,
      [{ six: { chance: 10 } }, { six: { chance: 71 } }, { six: { chance: 0 } }],
      0.71,
    ],
    [
      'that of six hours, which hours do not reach',
      1,
      [{ one: { chance: 20 }, six: { chance: 48 } }, { one: { chance: 30 } }],
      0.48,
    ],
    [
      'that of twelve hours',
      6,
      [{ six: { chance: 20 }, twelve: { chance: 64 } }, { six: { chance: 60 } }],
      0.64,
    ],
    [
      'that of six hours where the hours have none',
      1,
      [{ one: { mm: 0 }, six: { chance: 33 } }, { one: { mm: 0 } }],
      0.33,
    ],
    ['zero where every step says so', 6, [{ six: { chance: 0 } }, { six: { chance: 0 } }], 0],
    ['unknown where no step has one', 6, [{ six: { mm: 1 } }, { six: { mm: 2 } }], null],
  ])('is %s', (_, stepHours, steps, expected) => {
    const forecast = forecastOf('UTC', '2026-06-01T00:00Z', stepHours, steps)
    expect(forecast.days[0]).toMatchObject({
      date: '2026-06-01',
      precipitationProbability: expected,
    })
    expect(forecast.derived).toContain('precipitationProbability')
  })

  it('does not count a longer span that reaches into the next day', () => {
    const steps = [{ six: { chance: 10 }, twelve: { chance: 90 } }, { six: { chance: 20 } }]
    const { days } = forecastOf('UTC', '2026-06-01T18:00Z', 6, steps)
    expect(days[0]).toMatchObject({ precipitationProbability: 0.1 })
  })
})

const TROMSO = { latitude: 69.65, longitude: 18.96 }
const LONDON = { latitude: 51.5, longitude: -0.1 }
const MCMURDO = { latitude: -77.85, longitude: 166.67 }

describe('day or night', () => {
  it.each([
    ['a sun', LONDON, '2026-06-01T12:00Z', { one: { symbol: 'fair_day' } }, true, []],
    ['a moon', LONDON, '2026-06-01T00:00Z', { one: { symbol: 'fair_night' } }, false, []],
    [
      'polar twilight at noon',
      TROMSO,
      '2026-12-21T11:00Z',
      { one: { symbol: 'clearsky_polartwilight' } },
      false,
      [],
    ],
    [
      'a sun at midnight',
      TROMSO,
      '2026-06-21T22:00Z',
      { one: { symbol: 'clearsky_day' } },
      true,
      [],
    ],
    [
      'no sun or moon, by day',
      LONDON,
      '2026-06-01T12:00Z',
      { one: { symbol: 'rain' } },
      true,
      ['isDay'],
    ],
    [
      'no sun or moon, by night',
      LONDON,
      '2026-06-01T00:00Z',
      { one: { symbol: 'cloudy' } },
      false,
      ['isDay'],
    ],
    [
      'no sun or moon, in the polar night',
      MCMURDO,
      '2026-05-23T00:00Z',
      { one: { symbol: 'snow' } },
      false,
      ['isDay'],
    ],
    [
      'no sun or moon, in midnight sun',
      MCMURDO,
      '2026-12-21T12:00Z',
      { one: { symbol: 'fog' } },
      true,
      ['isDay'],
    ],
    [
      'an unknown suffix',
      LONDON,
      '2026-06-01T12:00Z',
      { one: { symbol: 'fair_noon' } },
      true,
      ['isDay'],
    ],
    // As recorded for London: the symbol of 18:00 to 24:00 has a moon, and the sun sets at 20:07.
    [
      'a moon for six hours that begin by day',
      LONDON,
      '2020-07-22T18:00Z',
      { six: { symbol: 'partlycloudy_night' } },
      true,
      ['isDay'],
    ],
    ['no symbol', TROMSO, '2026-06-21T22:00Z', {}, true, ['isDay']],
  ])('with %s', (_, place, at, step: Step, isDay, derived) => {
    const conditions = toConditions(entriesFrom(at, 1, [step]), place, new Date(at))
    expect({
      isDay: conditions.isDay,
      derived: conditions.derived.filter((field) => field === 'isDay'),
    }).toEqual({ isDay, derived })
  })
})
