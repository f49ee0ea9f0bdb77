import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readEnv } from './env.ts'
import { SettingsError } from './settings-error.ts'
import { settingsTable } from './settings-table.ts'
import { settingNames } from './settings.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weather247-env-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function problemsOf(source: Record<string, string>): SettingsError {
  try {
    readEnv(source)
  } catch (error) {
    if (error instanceof SettingsError) return error
    throw error
  }
  throw new Error('readEnv accepted it')
}

test('an empty environment gives the defaults', () => {
  const env = readEnv({ HOME: '/home/ada' })
  expect(env).toMatchObject({
    HOST: '127.0.0.1',
    PORT: 8247,
    WEATHER247_DATA_DIR: '/home/ada/.local/share/weather247',
    WEATHER247_CACHE_DIR: '/home/ada/.cache/weather247',
    WEATHER247_LOG_LEVEL: 'info',
    WEATHER247_LOG_FORMAT: 'auto',
    WEATHER247_MAX_AGE_MINUTES: 15,
    WEATHER247_DATABASE_POOL: 10,
  })
  expect(env.DATABASE_URL).toBeUndefined()
})

test('the XDG directories and ~ are followed', () => {
  const env = readEnv({
    HOME: '/home/ada',
    XDG_DATA_HOME: '/srv/data',
    WEATHER247_CACHE_DIR: '~/cache',
  })
  expect(env.WEATHER247_DATA_DIR).toBe('/srv/data/weather247')
  expect(env.WEATHER247_CACHE_DIR).toBe('/home/ada/cache')
})

test('values are parsed into what they mean', () => {
  const env = readEnv({
    PORT: ' 9000 ',
    TEMPORAL_TLS: 'true',
    WEATHER_PROVIDERS: 'nws, open-meteo',
    OPEN_METEO_QUOTA: '600/minute,10000/day',
    OPENWEATHERMAP_API_KEY: 'abc123',
    WEATHERAPI_API_KEY: '',
    WEATHER_CONTACT: 'ops@example.org',
  })
  expect(env.PORT).toBe(9000)
  expect(env.TEMPORAL_TLS).toBe(true)
  expect(env.WEATHER_PROVIDERS).toEqual(['nws', 'open-meteo'])
  expect(env.OPEN_METEO_QUOTA).toEqual([
    { window: 'minute', limit: 600 },
    { window: 'day', limit: 10_000 },
  ])
  expect(env.OPENWEATHERMAP_API_KEY?.reveal()).toBe('abc123')
  expect(env.WEATHERAPI_API_KEY).toBeUndefined()
  expect(JSON.stringify(env)).not.toContain('abc123')
})

test('every wrong variable is named at once, and no secret is shown', () => {
  const error = problemsOf({
    PORT: '80x',
    WEATHER247_MAX_AGE_MINUTES: '1.5',
    WEATHER247_DATABASE_POOL: '0',
    WEATHER247_LOG_LEVEL: 'loud',
    TEMPORAL_TLS: 'yes',
    DATABASE_URL: 'mysql://me:hunter2@host/db',
    REDIS_URL: 'hunter2',
    WEATHER_PROVIDERS: 'open-meteo,open-meteo',
    NWS_BASE_URL: 'http://',
    NWS_QUOTA: '5/fortnight',
    MET_NORWAY_QUOTA: '5/day,6/day',
    WEATHER_CONTACT: 'me (at home)',
  })
  expect(error.problems.map(({ name }) => name).sort()).toEqual([
    'DATABASE_URL',
    'MET_NORWAY_QUOTA',
    'NWS_BASE_URL',
    'NWS_QUOTA',
    'PORT',
    'REDIS_URL',
    'TEMPORAL_TLS',
    'WEATHER247_DATABASE_POOL',
    'WEATHER247_LOG_LEVEL',
    'WEATHER247_MAX_AGE_MINUTES',
    'WEATHER_CONTACT',
    'WEATHER_PROVIDERS',
  ])
  expect(error.message).toContain('PORT must be a whole number from 0 to 65535, not "80x"')
  expect(error.message).toContain('DATABASE_URL must be a postgres:// URL')
  expect(error.message).not.toContain('hunter2')
})

test('an unknown WEATHER247_ variable is refused with the nearest name', () => {
  expect(problemsOf({ WEATHER247_DATADIR: '/x' }).message).toContain(
    'WEATHER247_DATADIR is not a setting; did you mean WEATHER247_DATA_DIR?',
  )
  expect(problemsOf({ WEATHER247_ZZZZZZZZZZZZ: '1' }).message).not.toContain('did you mean')
  expect(() => readEnv({ SOMETHING_ELSE: '1' })).not.toThrow()
})

test('a secret may come from a file, but not from two places', () => {
  const file = join(folder, 'key')
  writeFileSync(file, '  s3cret\n')
  expect(readEnv({ WEATHERAPI_API_KEY_FILE: file }).WEATHERAPI_API_KEY?.reveal()).toBe('s3cret')
  const both = problemsOf({ WEATHERAPI_API_KEY_FILE: file, WEATHERAPI_API_KEY: 'other' })
  expect(both.message).toContain('WEATHERAPI_API_KEY_FILE are both set')
  expect(both.message).not.toMatch(/s3cret|other/)
})

test('a file that is absent or empty is named', () => {
  const empty = join(folder, 'empty')
  writeFileSync(empty, '\n')
  expect(problemsOf({ DATABASE_URL_FILE: join(folder, 'absent') }).message).toContain('ENOENT')
  expect(problemsOf({ DATABASE_URL_FILE: empty }).message).toContain('not empty')
})

test('what the Temporal SDK reads is passed on, with files resolved', () => {
  const file = join(folder, 'key')
  writeFileSync(file, 'tkey\n')
  const env = readEnv({
    TEMPORAL_ADDRESS: 'temporal:7233',
    TEMPORAL_API_KEY_FILE: file,
    TEMPORAL_GRPC_META_TEAM: 'weather',
    PATH: '/bin',
  })
  expect(env.temporalVariables.reveal()).toEqual({
    TEMPORAL_ADDRESS: 'temporal:7233',
    TEMPORAL_API_KEY: 'tkey',
    TEMPORAL_GRPC_META_TEAM: 'weather',
  })
})

test('the settings table has a row for every setting', () => {
  const rows = settingsTable().split('\n').slice(2)
  expect(rows).toHaveLength(settingNames.length)
  for (const row of rows) expect(row.split(' | ')).toHaveLength(4)
  expect(rows.join('\n')).toContain(
    '| `PORT` | The port of the API and the dashboard (0: any free one) | a whole number from 0 to 65535 (TCP port) | `8247` |',
  )
})

test.each(['foo bar', 'temporal', ':7233', 'http://temporal:7233', 'temporal:port'])(
  'a Temporal address is a host and a port, not %s',
  (address) => {
    expect(() => readEnv({ TEMPORAL_ADDRESS: address })).toThrow(
      'TEMPORAL_ADDRESS must be host:port',
    )
  },
)

test('a Temporal address may be a name or a number', () => {
  for (const address of ['temporal:7233', 'ns.acct.tmprl.cloud:7233', '10.0.0.1:1', '[::1]:7233']) {
    expect(readEnv({ TEMPORAL_ADDRESS: address }).TEMPORAL_ADDRESS).toBe(address)
  }
})

test.each([
  ['a directory', () => folder, /EISDIR: a file is expected/],
  ['no file', () => join(folder, 'absent'), /ENOENT: there is no such file/],
  ['a path through a file', () => join(written('x'), 'y'), /ENOTDIR: a part of the path/],
  ['another encoding', () => written(Buffer.from([0x6b, 0x0a, 0xfc])), /not UTF-8: see line 2/],
  ['a NUL', () => written('k\0ey'), /has a NUL at byte 2/],
  ['a device', () => '/dev/zero', /is larger than 65,536 bytes/],
])('a secret from %s is refused with its reason, and never shown', (_, file, reason) => {
  const name = file()
  const { message } = problemsOf({ WEATHERAPI_API_KEY_FILE: name })
  expect(message).toContain(`WEATHERAPI_API_KEY_FILE must name a readable file: ${name}`)
  expect(message).toMatch(reason)
})

function written(content: string | Buffer): string {
  const file = join(folder, 'secret')
  writeFileSync(file, content)
  return file
}

test.each([
  '1e3',
  '0x10',
  'Infinity',
  'NaN',
  '1.0',
  '+5',
  '5;',
  '1_000',
  '٣',
  '9'.repeat(400),
  '-1',
])('a whole number is digits alone, not %s', (text) => {
  for (const name of ['PORT', 'WEATHER247_KEEP_DAYS', 'WEATHER247_REFRESH_CONCURRENCY']) {
    expect(problemsOf({ [name]: text }).message).toContain(`${name} must be a whole number from`)
  }
})

test.each([
  ['WEATHER_PROVIDERS', 'nws,nws'],
  ['WEATHER_PROVIDERS', 'nws,,met-norway'],
  ['WEATHER_PROVIDERS', 'nws,'],
  ['OPEN_METEO_QUOTA', '1/day,1/day'],
  ['OPEN_METEO_QUOTA', '1e3/day'],
  ['OPEN_METEO_QUOTA', '99999999999999999999/day'],
  ['OPEN_METEO_QUOTA', '5 /day'],
  ['WEATHER247_ALLOWED_HOSTS', 'a.example,,b.example'],
  ['WEATHER247_ALLOWED_HOSTS', 'a.example,a.example'],
])('a list has each entry once, and none that is empty: %s=%s', (name, text) => {
  expect(problemsOf({ [name]: text }).message).toContain(`${name} must be a comma-separated list`)
})
