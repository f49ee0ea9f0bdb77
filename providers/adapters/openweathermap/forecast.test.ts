import { describe, expect, it } from 'vitest'
import type { Discarded } from '../../../domain/weather/reading.ts'
import { toForecast } from './forecast.ts'
import { parseForecast } from './wire.ts'

const NOW = new Date('2026-06-21T10:00:00Z')

interface Said {
  readonly temp?: number | null
  readonly ids?: readonly number[]
  readonly rain?: number
  readonly pop?: number
}

const stepAt = (iso: string, { temp = 15, ids = [800], rain, pop }: Said = {}) => ({
  dt: Date.parse(iso) / 1000,
  main: { temp },
  weather: ids.map((id) => ({ id })),
  ...(rain !== undefined && { rain: { '3h': rain } }),
  ...(pop !== undefined && { pop }),
})

/** Every three hours of the days from 21 June, 12:00 UTC, with what is said of some of them. */
const steps = (count: number, said: Record<string, Said> = {}) =>
  Array.from({ length: count }, (_, index) => {
    const iso = new Date(Date.UTC(2026, 5, 21, 12 + 3 * index)).toISOString().slice(0, 16)
    return stepAt(`${iso}Z`, said[iso.slice(8)])
  })

const daysOf = (list: readonly unknown[], timeZone = 'UTC', city = {}) =>
  toForecast(parseForecast({ list, city }), { timeZone }, NOW).days

const totals = (list: readonly unknown[], timeZone = 'UTC') =>
  daysOf(list, timeZone).map(({ date, precipitationMm }) => [date.slice(8), precipitationMm])

describe('the extremes of a day', () => {
  const near = (temp: number, temp_kf: number) => ({
    ...stepAt('2026-06-21T12:00:00Z'),
    main: { temp, temp_min: temp - Math.max(0, temp_kf), temp_max: temp, temp_kf },
  })

  it.each([
    [22.6, 5.7],
    [15.2, 2.25],
    [-3.1, 0.77],
  ])('are those of temp, %d, where the first step deviates by %d', (temp, kf) => {
    const later = stepAt('2026-06-21T15:00:00Z', { temp: temp - 1 })
    expect(daysOf([near(temp, kf), later])[0]).toMatchObject({
      temperatureMaxC: temp,
      temperatureMinC: temp - 1,
    })
  })

  it('are not known to be whole where a step has no temperature', () => {
    const whole = daysOf(steps(14))
    const gap = daysOf(steps(14, { '22T12:00': { temp: null } }))
    expect([whole[1]?.partial, gap[1]?.partial]).toEqual([false, true])
  })
})

describe('the amount of a day', () => {
  it.each([
    ['rain without an amount', { '22T09:00': { ids: [500] } }, null],
    ['drizzle without an amount', { '22T09:00': { ids: [300] } }, null],
    ['snow without an amount', { '22T09:00': { ids: [600] } }, null],
    ['thunder with rain without an amount', { '22T09:00': { ids: [201] } }, null],
    ['nothing but dry steps', {}, 0],
    ['one wet step', { '22T09:00': { ids: [500], rain: 1.25 } }, 1.25],
  ])('with %s', (_, said, mm) => {
    expect(daysOf(steps(14, said))[1]).toMatchObject({ precipitationMm: mm })
  })

  it.each([
    // Local midnight of the 22nd is 18:30, 18:15, 14:30, 23:00 and 24:00 UTC.
    ['Asia/Kolkata', '2026-06-21T21:00:00Z', 0.5, 2.5],
    ['Asia/Kathmandu', '2026-06-21T21:00:00Z', 0.25, 2.75],
    ['Australia/Adelaide', '2026-06-21T15:00:00Z', 2.5, 0.5],
    ['Europe/London', '2026-06-22T00:00:00Z', 2, 1],
    ['UTC', '2026-06-22T00:00:00Z', 3, 0],
    // A step from 22:30 to 01:30 local time.
    ['Australia/Darwin', '2026-06-21T16:00:00Z', 1.5, 1.5],
  ])('is shared across midnight in %s by hours', (timeZone, end, before, after) => {
    const dry = (hours: number) =>
      stepAt(new Date(Date.parse(end) + hours * 3_600_000).toISOString())
    const list = [dry(-3), stepAt(end, { ids: [500], rain: 3 }), dry(3)]
    expect(totals(list, timeZone)).toEqual([
      ['21', before],
      ['22', after],
    ])
  })
})

describe('the sky of a day', () => {
  it.each([
    ['rain first, thunderstorm second', [500, 211], 'thunderstorm'],
    ['mist first, snow second', [701, 601], 'snow'],
    ['drizzle first, tornado second', [300, 781], 'tornado'],
    ['an unknown id first, rain second', [999, 501], 'rain'],
    ['rain alone', [501], 'rain'],
  ])('with %s is the most severe', (_, ids, condition) => {
    expect(daysOf(steps(14, { '22T09:00': { ids } }))[1]).toMatchObject({ condition })
  })

  it.each([
    // A step from 21:00 to 24:00, and one of which local midnight is the end or the middle third.
    ['UTC', '22T00:00', ['thunderstorm', 20, 1], ['clear', 0, 0]],
    ['Europe/London', '22T00:00', ['thunderstorm', 13.33, 1], ['clear', 6.67, 0]],
    ['Asia/Kolkata', '21T21:00', ['clear', 3.33, 0], ['thunderstorm', 16.67, 1]],
  ])('in %s is of the same day as the chance and most of the amount', (timeZone, time, ...days) => {
    const list = steps(14).map((step) => ({ ...step, pop: 0 }))
    const iso = `2026-06-${time}:00Z`
    const storm = stepAt(iso, { ids: [202], rain: 20, pop: 1 })
    const said = daysOf(
      list.map((step) => (step.dt === storm.dt ? storm : step)),
      timeZone,
    )
    expect(
      said
        .slice(0, 2)
        .map((day) => [day.condition, day.precipitationMm, day.precipitationProbability]),
    ).toEqual(days)
  })

  it.each<[unknown[], string, number | null]>([
    [[{ id: 500 }, 'x'], 'rain', null],
    [['x', { id: 500 }], 'rain', null],
    [[{ id: 741 }, 7], 'fog', null],
    [[{ id: 741 }], 'fog', 0],
  ])('with the weather %j keeps what can be read', (weather, condition, mm) => {
    const noted: string[] = []
    const list = steps(14).map((step, index) => (index === 7 ? { ...step, weather } : step))
    const answer = parseForecast({ list }, (field) => noted.push(field))
    const { days } = toForecast(answer, { timeZone: 'UTC' }, NOW)
    expect(days[1]).toMatchObject({ condition, precipitationMm: mm })
    expect(noted).toEqual(
      weather.flatMap((one, index) =>
        typeof one === 'object' ? [] : [`/list/7/weather/${index}`],
      ),
    )
  })

  it('notes an unknown id once, even where a worse step hides it', () => {
    const list = steps(14, {
      '22T09:00': { ids: [799] },
      '22T12:00': { ids: [799] },
      '22T15:00': { ids: [202], rain: 9 },
    })
    const noted: Discarded[] = []
    const { days } = toForecast(parseForecast({ list }), { timeZone: 'UTC' }, NOW, (...said) =>
      noted.push({ field: said[0], reason: said[1], ...(said[2] && { kind: said[2] }) }),
    )
    expect(days[1]).toMatchObject({ condition: 'thunderstorm' })
    expect(noted).toEqual([
      {
        field: '/list/weather/id',
        reason: 'is 799, a weather code not known here',
        kind: 'unknown-code',
      },
    ])
  })
})

describe('a step that cannot be read', () => {
  it.each([
    ['null', null],
    ['one without main', { dt: Date.parse('2026-06-22T12:00:00Z') / 1000 }],
    ['one with its temperature as text', { ...steps(9)[8], main: { temp: '15' } }],
    ['one without a time', { ...steps(9)[8], dt: null }],
  ])('such as %s leaves the others, and its day partial', (_, bad) => {
    const noted: string[] = []
    const list = steps(24).with(8, bad as never)
    const answer = parseForecast({ list }, (field) => noted.push(field))
    const { days } = toForecast(answer, { timeZone: 'UTC' }, NOW)
    expect(days.map(({ partial }) => partial)).toEqual([true, true, false, true])
    expect(days[1]).toMatchObject({ precipitationMm: null })
    expect(noted).toEqual(['/list/8'])
  })

  it('fails the forecast where no step can be read', () => {
    expect(() => parseForecast({ list: [null, 7] })).toThrow('forecast step')
  })
})

describe('the sun of a day', () => {
  const at = (iso: string) => Date.parse(iso) / 1000
  it.each([
    ['2026-06-21T02:55:00Z', '2026-06-22T00:04:00Z', [true, true], [false, false]],
    ['2026-06-21T03:30:00Z', '2026-06-21T22:00:00Z', [true, true], [false, false]],
    ['2026-06-22T03:30:00Z', '2026-06-22T22:00:00Z', [false, false], [true, true]],
  ])('rises at %s, sets at %s and is of one day', (sunrise, sunset, first, second) => {
    const city = { sunrise: at(sunrise), sunset: at(sunset) }
    const has = daysOf(steps(14), 'UTC', city).map((day) => [
      day.sunriseAt !== null,
      day.sunsetAt !== null,
    ])
    expect(has.slice(0, 2)).toEqual([first, second])
  })

  it.each([0, at('2026-06-21T13:00:00Z')])('is null where both times are %i', (time) => {
    const [day] = daysOf(steps(4), 'UTC', { sunrise: time, sunset: time })
    expect(day).toMatchObject({ sunriseAt: null, sunsetAt: null })
  })
})
