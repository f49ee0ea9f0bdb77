import { describe, expect, it } from 'vitest'
import { providerSetups, type ProviderControl } from '../../domain/provider/provider-setup.ts'
import { toConfig } from '../../platform/config/config.ts'
import { readEnv } from '../../platform/config/env.ts'
import { installedProviders } from '../../platform/config/installed-providers.ts'
import { STARTER_CITIES } from '../cities/starter-cities.ts'
import { providerShares } from './provider-shares.ts'

const sharesOf = (
  cities: number,
  variables: Record<string, string> = {},
  controls: readonly ProviderControl[] = [],
) => {
  const config = toConfig(readEnv(variables), { mode: 'live' })
  const setups = providerSetups(installedProviders(config.providers, new Date()), controls)
  return Object.fromEntries(
    providerShares(setups, config.refresh, cities).map(({ name, shareOfDay }) => [
      name,
      shareOfDay,
    ]),
  )
}

describe('the share of a provider’s day', () => {
  it('leaves air quality of the starter set within the quarter of a day that is kept for it', () => {
    const airQualityOnly = {
      WEATHER247_REFRESH_INTERVAL_MINUTES: '60',
      WEATHER247_MAX_AGE_MINUTES: '1440',
      WEATHER247_FORECAST_MAX_AGE_MINUTES: '10080',
    }
    const other = 1 / 24 + 1 / 168
    const share = sharesOf(STARTER_CITIES, airQualityOnly)['Open-Meteo'] ?? Infinity
    expect(share).toBeLessThan(0.25 + (other * 24 * STARTER_CITIES) / 10_000)
    expect(31 * (share - 0.02) * 10_000).toBeLessThan(0.25 * 300_000)
  })

  it('counts weather each quarter of an hour, air quality hourly, forecasts each three hours', () => {
    expect(sharesOf(1, { OPEN_METEO_QUOTA: '128/day' })['Open-Meteo']).toBe(1)
  })

  it('follows the ages and the period that are set', () => {
    const slower = {
      OPEN_METEO_QUOTA: '100/day',
      WEATHER247_REFRESH_INTERVAL_MINUTES: '60',
      WEATHER247_MAX_AGE_MINUTES: '60',
      WEATHER247_AIR_QUALITY_MAX_AGE_MINUTES: '720',
      WEATHER247_FORECAST_MAX_AGE_MINUTES: '360',
    }
    expect(sharesOf(1, slower)['Open-Meteo']).toBeCloseTo((24 + 2 + 4) / 100)
  })

  it('counts one request for all products where one answers them', () => {
    const all = { WEATHERAPI_API_KEY: 'key', WEATHERAPI_QUOTA: '96/day' }
    expect(sharesOf(1, all)['WeatherAPI.com']).toBe(1)
  })

  it('is not known where no day is limited', () => {
    expect(sharesOf(10)['MET Norway']).toBeNull()
  })

  it('follows what was changed at run time: order, use and limits', () => {
    const changed = { changedAt: new Date(), changedBy: 'ops', costPerCall: null } as const
    const same = { ...changed, monthlyBudget: null, priority: null, isEnabled: null, limits: null }
    const shares = sharesOf(1, {}, [
      {
        ...same,
        provider: 'open-meteo',
        priority: 900,
        limits: { quota: [{ window: 'day', limit: 256 }] },
      },
      { ...same, provider: 'met-norway', isEnabled: false },
    ])
    expect(Object.entries(shares).at(-1)).toEqual(['Open-Meteo', 0.5])
    expect(shares).not.toHaveProperty('MET Norway')
  })

  it('is more than all of a day without any', () => {
    expect(sharesOf(1, { OPEN_METEO_QUOTA: '0/day' })['Open-Meteo']).toBe(Infinity)
  })
})
