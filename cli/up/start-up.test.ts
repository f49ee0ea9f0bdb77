import { describe, expect, it } from 'vitest'
import { toConfig } from '../../platform/config/config.ts'
import { readEnv } from '../../platform/config/env.ts'
import { isConfigured } from './start-up.ts'

const configured = (variables: Record<string, string>): boolean => {
  const env = readEnv({ HOME: '/none', ...variables })
  return isConfigured(env, toConfig(env, { mode: 'live' }))
}

describe('isConfigured', () => {
  it('is false where only ports, directories and the contact are set', () => {
    expect(configured({})).toBe(false)
    expect(
      configured({ PORT: '1', WEATHER247_DATA_DIR: '/d', WEATHER_CONTACT: 'a@b.example' }),
    ).toBe(false)
  })

  it('is true where providers or services are set', () => {
    expect(configured({ WEATHER_PROVIDERS: 'met-norway' })).toBe(true)
    expect(configured({ WEATHERAPI_API_KEY: 'k' })).toBe(true)
    expect(configured({ NWS_BASE_URL: 'http://x' })).toBe(true)
    expect(configured({ OPEN_METEO_QUOTA: '1/day' })).toBe(true)
    expect(configured({ DATABASE_URL: 'postgres://x' })).toBe(true)
    expect(configured({ TEMPORAL_ADDRESS: 'x:7233' })).toBe(true)
  })
})
