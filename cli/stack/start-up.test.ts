import { describe, expect, it } from 'vitest'
import { toConfig } from '../../platform/config.ts'
import { readEnv } from '../../platform/env.ts'
import { isConfigured } from './start-up.ts'

const asks = (variables: Record<string, string>): boolean => {
  const env = readEnv({ HOME: '/nobody', ...variables })
  return isConfigured(env, toConfig(env, { mode: 'live' }))
}

describe('isConfigured', () => {
  it('is what nobody is who only chose ports and places', () => {
    expect(asks({})).toBe(false)
    expect(asks({ PORT: '1', WEATHER247_DATA_DIR: '/d', WEATHER_CONTACT: 'a@b.example' })).toBe(
      false,
    )
  })

  it('is who chose providers or services', () => {
    expect(asks({ WEATHER_PROVIDERS: 'met-norway' })).toBe(true)
    expect(asks({ WEATHERAPI_API_KEY: 'k' })).toBe(true)
    expect(asks({ NWS_BASE_URL: 'http://x' })).toBe(true)
    expect(asks({ OPEN_METEO_QUOTA: '1/day' })).toBe(true)
    expect(asks({ DATABASE_URL: 'postgres://x' })).toBe(true)
    expect(asks({ TEMPORAL_ADDRESS: 'x:7233' })).toBe(true)
  })
})
