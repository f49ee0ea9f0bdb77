import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { toConfig, type Mode } from './config.ts'
import { readEnv } from './env.ts'

const folder = mkdtempSync(join(tmpdir(), 'weather247-config-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function configOf(source: Record<string, string>, mode: Mode = 'live') {
  return toConfig(readEnv({ HOME: folder, ...source }), { mode })
}

test('without settings everything is our own', () => {
  const config = configOf({})
  const dataDir = join(folder, '.local/share/weather247')
  expect(config).toMatchObject({
    mode: 'live',
    dataDir,
    api: { host: '127.0.0.1', port: 8247 },
    temporal: { kind: 'embedded', port: 7233, uiPort: 8233, namespace: 'default' },
    database: { kind: 'embedded', dataDir: join(dataDir, 'database'), poolSize: 10 },
    cache: { kind: 'memory' },
    providers: { order: ['aviation-weather', 'open-meteo', 'met-norway', 'nws'] },
    refresh: {
      intervalMinutes: 15,
      maxAgeMinutes: { conditions: 15, forecast: 180, 'air-quality': 60 },
      concurrency: 100,
    },
    ignored: [],
  })
})

test('each part is replaced by one variable', () => {
  const config = configOf({
    DATABASE_URL: 'postgres://me:pw@db/weather',
    REDIS_URL: 'redis://cache',
    TEMPORAL_ADDRESS: 'temporal:7233',
    WEATHER247_WEB_UI_URL: 'https://ui.test',
  })
  expect(config.database).toMatchObject({ kind: 'external', poolSize: 10 })
  expect(config.cache).toMatchObject({ kind: 'redis' })
  expect(config.temporal).toMatchObject({
    kind: 'external',
    address: 'temporal:7233',
    namespace: 'default',
    webUiUrl: 'https://ui.test',
  })
})

test('an API key turns TLS to Temporal on, and shows nowhere', () => {
  const config = configOf({
    TEMPORAL_ADDRESS: 'cloud.test:7233',
    TEMPORAL_NAMESPACE: 'weather.abc',
    TEMPORAL_API_KEY: 'tkey-123',
    OPENWEATHERMAP_API_KEY: 'owm-456',
  })
  if (config.temporal.kind !== 'external') throw new Error('it is external')
  expect(config.temporal.namespace).toBe('weather.abc')
  expect(config.temporal.connection.reveal()).toMatchObject({ apiKey: 'tkey-123', tls: true })
  expect(config.secrets.map((secret) => secret.reveal()).sort()).toEqual(['owm-456', 'tkey-123'])
  expect(JSON.stringify(config) + inspect(config, { depth: 9 })).not.toMatch(/tkey-123|owm-456/)
})

test('a profile of a Temporal configuration file counts, mistakes in it are explained', () => {
  const file = join(folder, 'temporal.toml')
  writeFileSync(file, '[profile.prod]\naddress = "prod.test:7233"\nnamespace = "weather"\n')
  const source = { TEMPORAL_CONFIG_FILE: file, TEMPORAL_PROFILE: 'prod' }
  expect(configOf(source).temporal).toMatchObject({
    address: 'prod.test:7233',
    namespace: 'weather',
  })
  expect(() => configOf({ ...source, TEMPORAL_PROFILE: 'none' })).toThrow(/TEMPORAL_PROFILE must/)
  expect(() => configOf({ TEMPORAL_CONFIG_FILE: `${file}.no` })).toThrow(
    /TEMPORAL_CONFIG_FILE must/,
  )
  const absent = {
    TEMPORAL_ADDRESS: 'x:1',
    TEMPORAL_TLS_SERVER_CA_CERT_PATH: join(folder, 'no.pem'),
  }
  expect(() => configOf(absent)).toThrow(/no\.pem \(ENOENT\)/)
  writeFileSync(file, '[profile.prod]\napi_key = "tkey-123\n')
  expect(() => configOf(source)).toThrow(/valid TOML$/)
})

test('a key without an address would go nowhere', () => {
  expect(() => configOf({ TEMPORAL_API_KEY: 'k' })).toThrow(/TEMPORAL_ADDRESS must be set/)
})

test('providers with a key come first', () => {
  const { providers } = configOf({
    WEATHERAPI_API_KEY: 'w-key',
    OPEN_METEO_BASE_URL: 'http://localhost:1',
    NWS_QUOTA: '5/minute',
    WEATHER_CONTACT: 'https://example.org',
  })
  expect(providers.order).toEqual([
    'weatherapi',
    'aviation-weather',
    'open-meteo',
    'met-norway',
    'nws',
  ])
  expect(providers.settings['open-meteo']).toEqual({ baseUrl: 'http://localhost:1' })
  expect(providers.settings.nws).toEqual({ limits: { quota: [{ window: 'minute', limit: 5 }] } })
  expect(providers.settings.weatherapi.apiKey?.reveal()).toBe('w-key')
  expect(providers.contact).toBe('https://example.org')
})

test('naming a provider that needs a key without giving one is an error', () => {
  expect(() => configOf({ WEATHER_PROVIDERS: 'openweathermap,nws' })).toThrow(
    'OPENWEATHERMAP_API_KEY must be set, because WEATHER_PROVIDERS names openweathermap',
  )
})

test('the demo has its own directory and calls no outside service', () => {
  const source = {
    DATABASE_URL: 'postgres://db/weather',
    REDIS_URL: 'redis://cache',
    TEMPORAL_ADDRESS: 'temporal:7233',
    TEMPORAL_NAMESPACE: 'weather',
    WEATHERAPI_API_KEY: 'real',
  }
  const demo = configOf(source, 'demo')
  expect(demo.dataDir).toBe(join(folder, '.local/share/weather247-demo'))
  expect(demo.temporal).toMatchObject({ kind: 'embedded', namespace: 'default' })
  expect(demo.database.kind).toBe('embedded')
  expect(demo.cache.kind).toBe('memory')
  expect(demo.providers.order).toEqual(['aviation-weather', 'open-meteo', 'met-norway', 'nws'])
  expect(demo.ignored).toEqual([
    'DATABASE_URL',
    'REDIS_URL',
    'TEMPORAL_ADDRESS',
    'WEATHERAPI_API_KEY',
  ])
  const named = configOf({ ...source, WEATHER_PROVIDERS: 'weatherapi' }, 'demo').providers
  expect(named.settings.weatherapi.apiKey?.reveal()).toBe('demo')
})
