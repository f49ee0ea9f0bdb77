import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  keySettings,
  PROVIDER_IDS,
  providerFacts,
} from '../../domain/provider/provider-catalogue.ts'
import { toConfig } from './config.ts'
import { installedProviders } from './installed-providers.ts'
import { readEnv } from './env.ts'
import { settingNames } from './settings.ts'

const read = (file: string): string =>
  readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')

describe('settings of providers', () => {
  it.each(PROVIDER_IDS)('has those of %s, and no key where none is taken', (id) => {
    const { settingPrefix, key } = providerFacts(id)
    const own = settingNames.filter((name) => name.startsWith(`${settingPrefix}_`))
    const expected = [...(key === 'none' ? [] : ['API_KEY']), 'BASE_URL', 'PACE', 'QUOTA']
    expect(own.sort()).toEqual(expected.map((suffix) => `${settingPrefix}_${suffix}`))
  })

  it.each(keySettings())(
    'reads %s for live weather, and says in the demo that it is ignored',
    (name) => {
      const env = readEnv({ [name]: 'a-key' })
      const live = toConfig(env, { mode: 'live' })
      const keys = Object.values(live.providers.settings).map(({ apiKey }) => apiKey?.reveal())
      expect(keys.filter((key) => key === 'a-key')).toHaveLength(1)
      const demo = toConfig(env, { mode: 'demo' })
      expect(
        Object.values(demo.providers.settings).every(({ apiKey }) => apiKey === undefined),
      ).toBe(true)
      expect(demo.ignored).toContain(name)
    },
  )

  it.each(keySettings())('passes %s on to the containers', (name) => {
    expect(read('docker-compose.temporal.yml')).toContain(`${name}: \${${name}:-}`)
  })
})

describe('E48: WEATHER247_COMMERCIAL', () => {
  const configOf = (variables: Record<string, string>, mode: 'live' | 'demo' = 'live') =>
    toConfig(readEnv({ WEATHER247_COMMERCIAL: '1', ...variables }), { mode }).providers
  const barred = (variables: Record<string, string>, mode: 'live' | 'demo' = 'live') =>
    installedProviders(configOf(variables, mode), new Date())
      .filter(({ barredBy, key }) => barredBy !== null && key !== 'missing')
      .map(({ id, barredBy }) => [id, barredBy])

  it('leaves out what forbids commercial use, and says why', () => {
    expect(configOf({}).order).toEqual(['aviation-weather', 'met-norway', 'nws'])
    expect(barred({})).toEqual([['open-meteo', expect.stringContaining('forbids commercial use')]])
  })

  it('leaves in a paid plan, and the demo as it is', () => {
    expect(configOf({ OPEN_METEO_API_KEY: 'paid' }).order).toContain('open-meteo')
    expect(barred({ OPEN_METEO_API_KEY: 'paid' })).toEqual([])
    expect(configOf({}, 'demo').order).toContain('open-meteo')
    expect(barred({}, 'demo')).toEqual([])
    expect(barred({ WEATHER247_COMMERCIAL: '0' })).toEqual([])
  })

  it('refuses an order that names one', () => {
    expect(() => configOf({ WEATHER_PROVIDERS: 'nws,open-meteo' })).toThrow(/OPEN_METEO_API_KEY/)
  })
})
