import { afterAll, beforeAll, expect, test } from 'vitest'
import { importCities } from '../../db/queries/cities.ts'
import { reserve } from '../../db/queries/ledger.ts'
import { saveRefreshes } from '../../db/queries/refreshes.ts'
import { recordRequest } from '../../db/queries/usage.ts'
import { KNOWN_CITIES, LONDON } from '../../test/support/known-cities.ts'
import { createTestApi, NOW, type TestApi } from '../../test/support/test-api.ts'
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database.ts'

/** A database of one's own, on a busy machine. */
const STARTS_MS = 60_000

let database: TestDatabase
let api: TestApi
const apart = createTestApi()

beforeAll(async () => {
  database = await createTestDatabase()
  const quotaLimits = { 'open-meteo': [{ window: 'day', limit: 10_000 }] } as const
  api = createTestApi({ db: database.db, settings: { quotaLimits } })
}, STARTS_MS)

afterAll(async () => {
  await apart.close()
  await api.close()
  await database.close()
})

const scrape = async () => (await api.app.inject('/metrics')).body

test('counts are those of the database at each scrape', async () => {
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
  await recordRequest(database.db, { ...request, at: NOW })
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
    expect(lines).toContain('weather247_provider_quota_used{provider="open-meteo",window="day"} 3')
    expect(lines).toContain(
      'weather247_provider_quota_limit{provider="open-meteo",window="day"} 10000',
    )
  }
})

test('the process lives, whatever it depends on', async () => {
  const answer = await apart.app.inject('/livez')
  expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok' }])
})

test('it is ready when all that it needs answers', async () => {
  const answer = await api.app.inject('/readyz')
  expect([answer.statusCode, answer.json()]).toEqual([
    200,
    { status: 'ready', missing: [], queues_without_worker: [] },
  ])
})

test('it says what is missing', async () => {
  api.temporal.unserved = ['weather_refresh']
  const withoutWorkers = await api.app.inject('/readyz')
  api.temporal.unserved = []
  expect(withoutWorkers.statusCode).toBe(503)
  expect(withoutWorkers.json()).toEqual({
    status: 'not_ready',
    missing: ['workers'],
    queues_without_worker: ['weather_refresh'],
  })

  apart.temporal.serving = false
  const withoutMore = await apart.app.inject('/readyz')
  expect(withoutMore.statusCode).toBe(503)
  expect(withoutMore.json()).toEqual({
    status: 'not_ready',
    missing: ['database', 'temporal'],
    queues_without_worker: [],
  })
})

test('a queue of jobs without a worker is named, and does not keep people waiting', async () => {
  api.temporal.unserved = ['maintenance']
  const answer = await api.app.inject('/readyz')
  api.temporal.unserved = []
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toEqual({
    status: 'ready',
    missing: [],
    queues_without_worker: ['maintenance'],
  })
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
