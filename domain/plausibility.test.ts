import { describe, expect, it } from 'vitest'
import { CONDITIONS } from '../test/support/fake-provider.ts'
import { checkAirQuality, checkConditions, checkForecast } from './plausibility.ts'
import type { AirQuality, Conditions, ForecastDay } from './reading.ts'

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

const day = { date: '2026-06-01', temperatureMaxC: 999 } as ForecastDay
const minutesAgo = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000)

describe('what is not plausible', () => {
  it.each([
    [{ temperatureC: 999 }, 'out-of-range'],
    [{ relativeHumidityPct: -1 }, 'out-of-range'],
    [{ windDirectionDeg: 361 }, 'out-of-range'],
    [{ validAt: minutesAgo(-3) }, 'from-the-future'],
    [{ validAt: minutesAgo(61) }, 'stale'],
    [{ validAt: new Date(Number.NaN) }, 'schema-mismatch'],
    [{ temperatureC: null }, 'place-missing'],
  ])('conditions with %o are refused as %s', (overrides, kind) => {
    const check = () => checkConditions(conditions(overrides), NOW, 60)
    expect(check).toThrow(expect.objectContaining({ kind }) as Error)
  })

  it.each([{ validAt: minutesAgo(-1) }, { validAt: minutesAgo(59) }, { temperatureC: -89.2 }])(
    'conditions with %o are taken',
    (overrides) => {
      expect(checkConditions(conditions(overrides), NOW, 60)).toMatchObject(overrides)
    },
  )

  it('nothing older than three hours is taken, whatever age a provider is granted', () => {
    const generousMinutes = 600
    const taken = conditions({ validAt: minutesAgo(179) })
    expect(checkConditions(taken, NOW, generousMinutes)).toBe(taken)
    const old = conditions({ validAt: minutesAgo(181) })
    expect(() => checkConditions(old, NOW, generousMinutes)).toThrow('older than 180 min')
  })

  it('a forecast without a day, or with a day that cannot be, is refused', () => {
    const forecast = { provider: 'open-meteo', fetchedAt: NOW, derived: [] } as const
    const check = (days: ForecastDay[]) => () => checkForecast({ ...forecast, days })
    expect(check([])).toThrow(expect.objectContaining({ kind: 'place-missing' }) as Error)
    expect(check([day])).toThrow(expect.objectContaining({ kind: 'out-of-range' }) as Error)
  })

  it.each([
    [{ pm2_5: -1 }, 'out-of-range'],
    [{ pm2_5: null }, 'not-covered'],
    [{ validAt: minutesAgo(181) }, 'stale'],
  ])('air quality with %o is refused as %s', (overrides, kind) => {
    const check = () => checkAirQuality(airQuality(overrides), NOW, 180)
    expect(check).toThrow(expect.objectContaining({ kind }) as Error)
  })
})
