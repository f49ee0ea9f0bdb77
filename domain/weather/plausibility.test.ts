import { describe, expect, it } from 'vitest'
import { CONDITIONS } from '../../test/support/providers/fake-provider.ts'
import { discardInto, discardNothing } from '../../test/support/fuzz/discards.ts'
import { checkAirQuality, checkConditions } from './plausibility.ts'
import type { AirQuality, Conditions } from './reading.ts'

const NOW = new Date('2026-06-01T12:00:00Z')

const conditions = (overrides: Partial<Conditions>): Conditions => ({
  ...CONDITIONS,
  fetchedAt: NOW,
  validAt: NOW,
  temperatureC: 20,
  ...overrides,
})

const airQuality = (overrides: Partial<AirQuality>): AirQuality => ({
  provider: 'open-meteo',
  fetchedAt: NOW,
  validAt: NOW,
  basis: 'forecast',
  pm2_5: 5,
  pm10: null,
  carbonMonoxide: null,
  nitrogenDioxide: null,
  sulphurDioxide: null,
  ozone: null,
  ammonia: null,
  indices: {},
  ...overrides,
})

const minutesAgo = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000)

const timing = (maxAgeMinutes: number) => ({ now: NOW, maxAgeMinutes })

describe('conditions that cannot be', () => {
  it.each([
    [{ temperatureC: 999 }, 'out-of-range'],
    [{ temperatureC: Number.NaN }, 'out-of-range'],
    [{ temperatureC: Infinity }, 'out-of-range'],
    [{ validAt: minutesAgo(-3) }, 'from-the-future'],
    [{ validAt: minutesAgo(61) }, 'stale'],
    [{ validAt: new Date(Number.NaN) }, 'schema-mismatch'],
    [{ temperatureC: null }, 'place-missing'],
  ])('with %o are refused as %s', (overrides, kind) => {
    const check = () => checkConditions(conditions(overrides), timing(60), discardNothing)
    expect(check).toThrow(expect.objectContaining({ kind }) as Error)
  })

  it.each([{ validAt: minutesAgo(-1) }, { validAt: minutesAgo(59) }, { temperatureC: -89.2 }])(
    'are not those with %o',
    (overrides) => {
      const taken = checkConditions(conditions(overrides), timing(60), discardNothing)
      expect(taken).toMatchObject(overrides)
    },
  )

  it.each([
    ['uvIndex', 999],
    ['uvIndex', -999],
    ['relativeHumidityPct', -5],
    ['relativeHumidityPct', Number.NaN],
    ['windGustKmh', 1e9],
    ['windDirectionDeg', 361],
    ['pressureMslHpa', 0],
    ['cloudCoverPct', 101],
  ] as const)('lose an optional %s of %d alone, with the reason', (field, value) => {
    const notes: string[] = []
    const given = conditions({ derived: [], [field]: value })
    const taken = checkConditions(given, timing(60), discardInto(notes))
    expect(taken).toEqual({ ...given, [field]: null })
    expect(notes).toEqual([expect.stringContaining(`${field} is ${value}, outside`)])
  })

  it.each([
    ['hot, with humidity lost', { temperatureC: 31, relativeHumidityPct: 9999 }, null],
    ['cold, with wind lost', { temperatureC: -8, windSpeedKmh: 9999 }, null],
    // 31 °C at 60 % feel like 34.8 °C by the regression of the National Weather Service.
    [
      'hot, with wind lost',
      { temperatureC: 31, relativeHumidityPct: 60, windSpeedKmh: 9999 },
      34.8,
    ],
    ['mild, with both lost', { temperatureC: 18, relativeHumidityPct: -1, windSpeedKmh: -1 }, 18],
  ])('lose what was computed with an input that decides: %s', (_, values, felt) => {
    const given = conditions({
      ...values,
      apparentTemperatureC: 31,
      derived: ['apparentTemperatureC'],
    })
    const taken = checkConditions(given, timing(60), discardInto([]))
    const derived = felt === null ? [] : ['apparentTemperatureC']
    expect(taken).toMatchObject({ apparentTemperatureC: felt, derived })
  })

  it('keep what the provider says is felt, whatever else is lost', () => {
    const given = conditions({ apparentTemperatureC: 31, relativeHumidityPct: 9999, derived: [] })
    const taken = checkConditions(given, timing(60), discardInto([]))
    expect(taken.apparentTemperatureC).toBe(31)
  })

  it.each([0.5, 1e20, Number.NaN, -9999])('lose rain that fell within %d minutes', (minutes) => {
    const notes: string[] = []
    const given = conditions({ precipitationMm: 2, precipitationWindowMinutes: minutes })
    expect(checkConditions(given, timing(60), discardInto(notes))).toMatchObject({
      precipitationMm: null,
      precipitationWindowMinutes: null,
    })
    expect(notes).toHaveLength(1)
  })

  it('lose a sunrise of another week', () => {
    const notes: string[] = []
    const given = conditions({ sunriseAt: minutesAgo(7 * 24 * 60), sunsetAt: minutesAgo(-60) })
    const taken = checkConditions(given, timing(60), discardInto(notes))
    expect(taken).toMatchObject({ sunriseAt: null, sunsetAt: minutesAgo(-60) })
    expect(notes).toEqual(['conditions: sunriseAt is days away'])
  })

  it.each([
    [24 * 60 + 1, 'stale'],
    [72 * 60, 'stale'],
    [-3, 'from-the-future'],
  ])('are those of a prediction made %d minutes ago', (minutes, kind) => {
    const made = { ...timing(60), madeAt: minutesAgo(minutes) }
    const check = () => checkConditions(conditions({}), made, discardNothing)
    expect(check).toThrow(expect.objectContaining({ kind }) as Error)
  })

  it('are any older than three hours, whatever age a provider is granted', () => {
    const taken = conditions({ validAt: minutesAgo(179) })
    expect(checkConditions(taken, timing(600), discardNothing)).toEqual(taken)
    const old = conditions({ validAt: minutesAgo(181) })
    const check = () => checkConditions(old, timing(600), discardNothing)
    expect(check).toThrow('older than 180 min')
  })
})

describe('air quality that cannot be', () => {
  it.each([
    [{ pm2_5: -1 }, 'out-of-range'],
    [{ pm2_5: null }, 'not-covered'],
    [{ validAt: minutesAgo(181) }, 'stale'],
    [{ validAt: minutesAgo(-3) }, 'from-the-future'],
  ])('with %o is refused as %s', (overrides, kind) => {
    const check = () => checkAirQuality(airQuality(overrides), timing(180), discardInto([]))
    expect(check).toThrow(expect.objectContaining({ kind }) as Error)
  })

  it.each(['pm10', 'carbonMonoxide', 'ammonia'] as const)('loses a %s of -999 alone', (gas) => {
    const notes: string[] = []
    const taken = checkAirQuality(airQuality({ [gas]: -999 }), timing(180), discardInto(notes))
    expect(taken).toMatchObject({ pm2_5: 5, [gas]: null })
    expect(notes).toEqual([`air quality: ${gas} is -999, outside 0 to 100000`])
  })

  it.each([
    ['european-aqi', -1],
    ['european-aqi', -999],
    ['us-aqi', 9999],
    ['us-aqi', -0.5],
    ['us-epa-band', 0],
    ['us-epa-band', 7],
    ['gb-defra', 11],
    ['gb-defra', -1],
    ['openweathermap', 0],
    ['openweathermap', 6],
  ] as const)('loses an index of %s of %d alone, with the reason', (scale, value) => {
    const notes: string[] = []
    const given = airQuality({ indices: { 'us-aqi': 40, [scale]: value } })
    const taken = checkAirQuality(given, timing(180), discardInto(notes))
    const { [scale]: lost, ...others } = given.indices
    expect(lost).toBe(value)
    expect(taken).toEqual({ ...given, indices: others })
    expect(notes).toEqual([expect.stringContaining(`${scale} is ${value}, outside`)])
  })

  it('is not that of the worst day of each scale', () => {
    const indices = {
      'european-aqi': 412,
      'us-aqi': 500,
      'us-epa-band': 6,
      'gb-defra': 10,
      openweathermap: 5,
    }
    const given = airQuality({ indices })
    expect(checkAirQuality(given, timing(180), discardNothing)).toEqual(given)
  })
})
