import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { importCities } from '../../db/queries/cities.ts'
import { reserve } from '../../db/queries/provider-ledgers.ts'
import { saveRefreshes } from '../../db/queries/save-refreshes.ts'
import { recordRequest } from '../../db/queries/provider-usage.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { installed } from '../../test/support/api/installed.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { KNOWN_CITIES, LONDON } from '../../test/support/data/known-cities.ts'
import { storeConditions } from '../../test/support/data/stored-conditions.ts'
import { createTestApi, NOW } from '../../test/support/api/test-api.ts'

const QUOTA_LIMITS = { 'open-meteo': [{ window: 'day', limit: 10_000 }] } as const

const database = withTestDatabase()
const api = withTestApi({ database, settings: { providers: installed(QUOTA_LIMITS) } })
const apart = withTestApi()

const scrape = async () => {
  api.passShared()
  return (await api.app.inject('/metrics')).body
}

test('counts are those of the database', async () => {
  expect(await scrape()).toContain('# TYPE weather247_refreshes_total counter')
  await importCities(database.db, KNOWN_CITIES)
  await saveRefreshes(database.db, [
    {
      cityId: LONDON.id,
      runId: 'run-1',
      at: NOW,
      outcome: 'failed',
      provider: null,
      reading: {},
      unchanged: [],
      attempts: [],
      memories: {},
    },
  ])
  const request = { provider: 'open-meteo', outcome: 'timeout', places: 1, weight: 1 } as const
  await recordRequest(database.db, { ...request, at: NOW })
  await recordRequest(database.db, { ...request, defects: 2, unknownCodes: 5, at: NOW })
  await reserve(database.db, {
    provider: 'open-meteo',
    weight: 3,
    limits: [],
    spacingMs: 0,
    now: NOW,
  })
  for (let time = 1; time <= 2; time++) {
    const lines = await scrape()
    expect(lines).toContain('weather247_refreshes_total{outcome="failed",provider="none"} 1')
    expect(lines).toContain(
      'weather247_provider_requests_total{provider="open-meteo",outcome="timeout"} 2',
    )
    expect(lines).toContain('weather247_provider_adapter_defects_total{provider="open-meteo"} 2')
    expect(lines).toContain('weather247_provider_unknown_codes_total{provider="open-meteo"} 5')
    expect(lines).toContain('weather247_provider_quota_used{provider="open-meteo",window="day"} 3')
    expect(lines).toContain(
      'weather247_provider_quota_limit{provider="open-meteo",window="day"} 10000',
    )
    expect(lines).toContain(`weather247_cities{freshness="no_data"} ${KNOWN_CITIES.length}`)
    expect(lines).not.toMatch(/^weather247_oldest_city_seconds/m)
  }
  await storeConditions(database.db, LONDON.id, new Date(api.clock.now.getTime() - 600_000), 12)
  const lines = await scrape()
  expect(lines).toContain('weather247_cities{freshness="very_fresh"} 1')
  expect(lines).toContain('weather247_oldest_city_seconds 602')
})

test.each(['grafana/weather247.json', 'prometheus/alerts.yml'])(
  'every metric that %s asks for is in a scrape',
  async (file) => {
    const text = await readFile(new URL(`../../deploy/${file}`, import.meta.url), 'utf8')
    const asked = new Set(text.match(/\bweather247_[a-z_]+/g))
    const exported = new Set((await scrape()).match(/(?<=^# TYPE )weather247_\w+/gm))
    expect(asked.size).toBeGreaterThan(4)
    expect([...asked].filter((name) => !exported.has(name))).toEqual([])
  },
)

test('the process lives, whatever it depends on', async () => {
  const answer = await apart.app.inject('/livez')
  expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok' }])
})

test('without the database there are the metrics of the process, and a gauge that says so', async () => {
  const answer = await apart.app.inject('/metrics')
  expect(answer.statusCode).toBe(200)
  expect(answer.body).toContain('weather247_database_readable 0')
  expect(answer.body).toContain('process_resident_memory_bytes ')
  expect(answer.body).not.toMatch(/^weather247_(?:refreshes|provider_requests)_total\{/m)
  expect(await scrape()).toContain('weather247_database_readable 1')
})

test('counts that were read once are not shown again as if they were new', async () => {
  const client = openDatabase({ url: database.url, poolSize: 1 })
  const passing = createTestApi({ db: client.db })
  const counted = /^weather247_refreshes_total\{/m
  expect((await passing.app.inject('/metrics')).body).toMatch(counted)
  await client.close()
  passing.passShared()
  const without = await passing.app.inject('/metrics')
  expect(without.statusCode).toBe(200)
  expect(without.body).not.toMatch(counted)
  await passing.app.close()
})

test('a database that takes the question and never answers does not hold the metrics', async () => {
  const silent = createServer()
  silent.listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  const client = openDatabase({ url: `postgres://127.0.0.1:${port}/none`, poolSize: 1 })
  const hung = createTestApi({ db: client.db })
  const answer = await hung.app.inject('/metrics')
  expect(answer.statusCode).toBe(200)
  expect(answer.body).toContain('weather247_database_readable 0')
  const ready = await hung.app.inject('/readyz')
  expect([ready.statusCode, ready.json()]).toMatchObject([503, { missing: ['database'] }])
  await hung.app.close()
  silent.close()
  await client.close()
})

test('the first page leads only to what is there', async () => {
  const { links } = (await api.app.inject('/')).json<{ links: Record<string, string | null> }>()
  expect(Object.keys(links)).toEqual(expect.arrayContaining(['schedules', 'quota', 'analytics']))
  for (const link of Object.values(links)) {
    if (link === null) continue
    const answer = await api.app.inject(link)
    expect(answer.body, link).not.toContain('urn:weather247:problem:not-found')
  }
})
