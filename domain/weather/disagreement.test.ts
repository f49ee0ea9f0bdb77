import { describe, expect, it } from 'vitest'
import { disagreementOf, isRaining, type Opinion } from './disagreement.ts'

const AT = new Date('2026-11-22T12:00:00Z')

const opinion = (part: Partial<Opinion> = {}): Opinion => ({
  provider: 'open-meteo',
  validAt: AT,
  basis: 'analysis',
  temperatureC: 10,
  windSpeedKmh: 12,
  precipitationMm: 0,
  precipitationWindowMinutes: -15,
  condition: 'overcast',
  ...part,
})

const minutesLater = (minutes: number) => new Date(AT.getTime() + minutes * 60_000)

describe('two readings disagree', () => {
  it.each([
    ['on temperature beyond 4 °C', { temperatureC: 14.1 }, ['temperature']],
    ['at no 4 °C', { temperatureC: 14 }, []],
    ['on wind beyond 25 km/h', { windSpeedKmh: 37.1 }, ['wind']],
    ['at no 25 km/h', { windSpeedKmh: 37 }, []],
    ['on rain or none', { precipitationMm: 0.4, condition: 'rain' }, ['rain']],
    ['not on a trace of drizzle', { precipitationMm: 0.02 }, []],
    ['not on what one does not say', { temperatureC: null, windSpeedKmh: null }, []],
    [
      'on all of it',
      { temperatureC: -2, windSpeedKmh: 60, condition: 'snow', precipitationMm: 1 },
      ['temperature', 'wind', 'rain'],
    ],
  ] as const)('%s', (_, other, kinds) => {
    expect(disagreementOf(opinion(), opinion({ provider: 'met-norway', ...other }))).toEqual(kinds)
  })

  it('only about one moment: 30 minutes apart at most', () => {
    const far = { temperatureC: 30 }
    expect(disagreementOf(opinion(), opinion({ ...far, validAt: minutesLater(30) }))).toEqual([
      'temperature',
    ])
    expect(
      disagreementOf(opinion(), opinion({ ...far, validAt: minutesLater(31) })),
    ).toBeUndefined()
  })
})

describe('it rains', () => {
  it.each([
    ['by its amount', 0.1, -15, null, true],
    ['by its word, where no amount is given', null, null, 'rain', true],
    ['as snow', null, null, 'snow', true],
    ['not, by amount and word', 0, -60, 'clear', false],
    ['not, by its word', null, null, 'fog', false],
    ['perhaps, where amount and word contradict', 0, -60, 'rain_showers', undefined],
    ['perhaps, with a trace', 0.01, -60, 'overcast', undefined],
    ['perhaps, where nothing is said', null, null, 'unknown', undefined],
    ['as the word says, where the amount is of six hours', 9, -360, 'clear', false],
  ] as const)('%s', (_, precipitationMm, precipitationWindowMinutes, condition, rains) => {
    expect(isRaining({ precipitationMm, precipitationWindowMinutes, condition })).toBe(rains)
  })
})
