import { describe, expect, it } from 'vitest'
import { PROVIDER_CATALOGUE } from '../../domain/provider/provider-catalogue.ts'
import { variablesFor } from './target-variables.ts'

const TEMPORAL = { address: '127.0.0.1:7233', namespace: 'default', webUiUrl: 'http://ui' }

describe('variablesFor', () => {
  it('points to the parts and keeps what is the user’s own', () => {
    const inherited = { PATH: '/bin', WEATHER_CONTACT: 'me@example.org', TEMPORAL_CLI_PATH: '/t' }
    const addresses = {
      mode: 'live',
      dataDir: '/d',
      temporal: TEMPORAL,
      databaseUrl: 'pg',
    } as const
    expect(variablesFor(inherited, addresses)).toEqual({
      ...inherited,
      WEATHER247_DATA_DIR: '/d',
      TEMPORAL_ADDRESS: '127.0.0.1:7233',
      TEMPORAL_NAMESPACE: 'default',
      TEMPORAL_CONFIG_FILE: '/d/temporal.toml',
      WEATHER247_WEB_UI_URL: 'http://ui',
      DATABASE_URL: 'pg',
    })
  })

  it('leaves external services of a live instance as they are set', () => {
    const inherited = { DATABASE_URL: 'pg', TEMPORAL_ADDRESS: 'cloud:7233', TEMPORAL_API_KEY: 'k' }
    expect(variablesFor(inherited, { mode: 'live', dataDir: '/d' })).toMatchObject(inherited)
  })

  it('lets nothing of the live world into a demo', () => {
    const inherited = {
      DATABASE_URL_FILE: '/secret',
      REDIS_URL: 'redis://live',
      TEMPORAL_API_KEY: 'k',
      WEATHERAPI_API_KEY: 'real',
      OPEN_METEO_API_KEY: 'real',
      WEATHER_PROVIDERS: 'weatherapi, open-meteo',
    }
    const addresses = { mode: 'demo', dataDir: '/d', temporal: TEMPORAL } as const
    const variables = variablesFor(inherited, addresses)
    expect(JSON.stringify(variables)).not.toMatch(/real|live|secret|API_KEY":"k"/)
    expect(variables['WEATHERAPI_API_KEY']).toBe('demo')
  })

  it.each(['required', 'optional'] as const)(
    'keeps a key out of the demo for any provider in the catalogue, its key being %s',
    (key) => {
      const madeUp = { ...PROVIDER_CATALOGUE.weatherapi, settingPrefix: 'MADE_UP', key }
      const catalogue = { ...PROVIDER_CATALOGUE, 'made-up': madeUp }
      const inherited = {
        MADE_UP_API_KEY: 'real',
        MADE_UP_API_KEY_FILE: '/real',
        WEATHER_PROVIDERS: 'made-up',
      }
      const variables = variablesFor(inherited, { mode: 'demo', dataDir: '/d' }, catalogue)
      expect(JSON.stringify(variables)).not.toContain('real')
      expect(variables['MADE_UP_API_KEY']).toBe(key === 'required' ? 'demo' : undefined)
      // Only the catalogue knows the name: without the row the key would travel.
      expect(variablesFor(inherited, { mode: 'demo', dataDir: '/d' })).toMatchObject(inherited)
    },
  )
})
