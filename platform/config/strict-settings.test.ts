import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, test } from 'vitest'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { toConfig } from './config.ts'
import { readEnv } from './env.ts'
import { SettingsError } from './settings-error.ts'
import { settingNames } from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'weather247-strict-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function complaintOf(source: Record<string, string>): string {
  try {
    toConfig(readEnv({ HOME: folder, ...source }), { mode: 'live' })
  } catch (error) {
    if (error instanceof SettingsError) return error.message
    throw error
  }
  return ''
}

describe('what goes into a header', () => {
  it.each([
    'Ольга <olga@example.org>',
    'ольга@example.org',
    'ops@münchen.example',
    'https://例え.jp/contact',
    'ops@example.org\u0007',
    'ops@example.org\r\nX-Evil: 1',
    'ops@exa\u202emple.org',
    'ops@example.org (night)',
    `ops@${'x'.repeat(1_000)}.org`,
    'ops',
  ])('WEATHER_CONTACT %j is refused with its name', (contact) => {
    expect(complaintOf({ WEATHER_CONTACT: contact })).toContain('WEATHER_CONTACT must')
  })

  it.each([
    'ops@example.org',
    'https://example.org/contact?a=1&b=%20',
    "o'neil+x@xn--mnchen-3ya.example",
  ])('WEATHER_CONTACT %j is sent as it is', (contact) => {
    expect(complaintOf({ WEATHER_CONTACT: contact })).toBe('')
    expect(() => new Headers({ 'user-agent': `weather247/0.1 ${contact}` })).not.toThrow()
  })

  it.each(['two words', 'line\nbreak', 'tab\tbed', 'kéy', 'k\u0000y', '\u200bkey1', 'key\u00a0'])(
    'an API key such as %j is refused without being shown',
    (key) => {
      for (const prefix of ['OPEN_METEO', 'OPENWEATHERMAP', 'WEATHERAPI']) {
        const text = complaintOf({ [`${prefix}_API_KEY`]: `s3cret${key}s3cret` })
        expect(text).toContain(`${prefix}_API_KEY must`)
        expect(text).not.toContain('s3cret')
      }
    },
  )

  it('a header for the Temporal server is ASCII', () => {
    const complaint = complaintOf({ TEMPORAL_GRPC_META_TEAM: 'wétter' })
    expect(complaint).toContain('TEMPORAL_GRPC_META_TEAM must be ASCII')
    expect(complaintOf({ TEMPORAL_GRPC_META_TEAM: 'weather team' })).toBe('')
  })
})

describe('the base URL of', () => {
  describe.each(PROVIDER_IDS)('%s', (id) => {
    const name = `${id.replaceAll('-', '_').toUpperCase()}_BASE_URL`
    const baseUrlOf = (text: string) =>
      toConfig(readEnv({ HOME: folder, [name]: text }), { mode: 'live' }).providers.settings[id]
        .baseUrl

    it.each([
      ['http://proxy.local:8080', 'http://proxy.local:8080'],
      ['http://proxy.local:8080/', 'http://proxy.local:8080'],
      ['http://proxy.local:8080///', 'http://proxy.local:8080'],
      ['https://proxy.local/weather/', 'https://proxy.local/weather'],
      ['https://proxy.local/weather//', 'https://proxy.local/weather'],
      ['HTTPS://Proxy.Local/Weather', 'https://proxy.local/Weather'],
      ['http://[::1]:8080/', 'http://[::1]:8080'],
      ['https://münchen.example/', 'https://xn--mnchen-3ya.example'],
    ])('%s is asked at %s', (text, expected) => {
      expect(baseUrlOf(text)).toBe(expected)
    })

    it.each([
      'proxy.local',
      'ftp://proxy.local',
      'http://',
      'http:///',
      'http://proxy.local:99999',
      'http://proxy.local/?key=1',
      'http://proxy.local?',
      'http://proxy.local/#top',
      'http://me:s3cret@proxy.local',
      'http://me@proxy.local',
      'http://proxy local',
      'http://proxy.local/a b',
      'http:\\\\proxy.local',
      'http://proxy.local/\u0000',
    ])('%j is refused', (text) => {
      expect(complaintOf({ [name]: text })).toContain(`${name} must`)
    })
  })
})

test.each([
  ['DATABASE_URL', 'postgres://me:s3cret%zz@host/db'],
  ['DATABASE_URL', 'postgres://me:s3cret@ho st/db'],
  ['DATABASE_URL', 'postgres://me:s3cret@host:port/db'],
  ['REDIS_URL', 'redis://s3cret@host:99999'],
  ['REDIS_URL', 'redis://s3cret%@host'],
])('%s %j is refused without its password', (name, text) => {
  const complaint = complaintOf({ [name]: text })
  expect(complaint).toContain(`${name} must be a`)
  expect(complaint).not.toContain('s3cret')
})

test.each([
  'postgres://me:p%40ss@host/db?sslmode=require',
  'postgres://host',
  'postgresql://me@host1:5432,host2:5433/db',
  'postgres:///db?host=/var/run/postgresql',
  'postgres://%2Fvar%2Frun%2Fpostgresql/db',
])('DATABASE_URL may be %s', (url) => {
  expect(complaintOf({ DATABASE_URL: url })).toBe('')
})

test.each(['host:0', 'host:65536', 'host:99999', 'hóst:7233', 'ho\u0000st:7233'])(
  'TEMPORAL_ADDRESS %j is refused',
  (address) => {
    expect(complaintOf({ TEMPORAL_ADDRESS: address })).toContain('TEMPORAL_ADDRESS must')
  },
)

test.each([
  '5e3/day',
  '-1/day',
  '1.5/day',
  '1000000000001/day',
  `${'9'.repeat(400)}/day`,
  '1/day,',
])('a quota of %s is refused', (quota) => {
  expect(complaintOf({ NWS_QUOTA: quota })).toContain('NWS_QUOTA must')
})

test('no setting holds control characters or broken text, and no complaint prints one', () => {
  for (const name of settingNames) {
    for (const text of ['x\u0000y', 'x\ud800y', 'x\u001b[31my\u0007z']) {
      if (name.includes('CERT_DATA') || name.includes('KEY_DATA')) continue
      const complaint = complaintOf({ [name]: text })
      expect(complaint).toContain(`${name} must`)
      expect(complaint.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}]/u)
    }
  }
})

test('a secret of many lines may have its lines', () => {
  const pem = '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----'
  expect(
    readEnv({ TEMPORAL_TLS_CLIENT_KEY_DATA: pem }).TEMPORAL_TLS_CLIENT_KEY_DATA?.reveal(),
  ).toBe(pem)
})

test('a file that holds a secret is UTF-8, with or without a byte order mark', () => {
  const file = join(folder, 'key')
  writeFileSync(file, Buffer.from('kéy', 'latin1'))
  expect(complaintOf({ WEATHERAPI_API_KEY_FILE: file })).toContain('not UTF-8')
  writeFileSync(file, '\uFEFFs3cret\r\n')
  expect(readEnv({ WEATHERAPI_API_KEY_FILE: file }).WEATHERAPI_API_KEY?.reveal()).toBe('s3cret')
})
