import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { listening } from '../../test/support/api/raw-http.ts'
import { createToken } from '../../test/support/data/api-tokens.ts'
import { hideTestSettings } from '../../test/support/data/no-test-settings.ts'
import { KNOWN_CITIES } from '../../test/support/data/known-cities.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { watch } from './watch.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({ database, tokens: 'stored' })
const out = vi.spyOn(console, 'log').mockImplementation(() => undefined)

let url: string

beforeAll(async () => {
  url = `http://127.0.0.1:${await listening(api.app)}/`
})

beforeEach(() => {
  out.mockClear()
  hideTestSettings()
  vi.stubEnv('WEATHER247_API_URL', url)
})

it('prints once how the instance stands, for people and for programs', async () => {
  vi.stubEnv('WEATHER247_TOKEN', await createToken(database.db, 'read', { name: 'watcher' }))
  expect(await watch({ once: true })).toBe(0)
  const screen = String(out.mock.calls)
  expect(screen).toContain(`${KNOWN_CITIES.length} no data`)
  expect(screen).toContain('refresh-all-cities')
  out.mockClear()
  await watch({ once: true, json: true })
  expect(JSON.parse(String(out.mock.calls))).toMatchObject({
    dashboard: { weather_stats: { total_cities: KNOWN_CITIES.length } },
    runs: [],
  })
})

it('says what to do where a token is asked for, and where nothing answers', async () => {
  await expect(watch({ once: true })).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringContaining('refuses: Send a token') as string,
    next: 'set WEATHER247_TOKEN to a token of the role read',
  })
  vi.stubEnv('WEATHER247_API_URL', 'http://127.0.0.1:1')
  await expect(watch({ once: true })).rejects.toThrow('http://127.0.0.1:1 does not answer')
})
