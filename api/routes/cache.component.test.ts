import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { KEY_PREFIX } from '../../cache/keys.ts'
import { mostRequested } from '../../db/queries/city-reads.ts'
import { cacheHours, cityReads } from '../../db/schema/index.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { storeConditions } from '../../test/support/data/stored-conditions.ts'
import { KNOWN_CITIES, LONDON, REYKJAVIK } from '../../test/support/data/known-cities.ts'
import { createTestApi, NOW, type TestApi } from '../../test/support/api/test-api.ts'

const database = withTestDatabase({ kind: 'embedded', cities: KNOWN_CITIES })
let api: TestApi

beforeAll(async () => {
  await storeConditions(database.db, LONDON.id, new Date(NOW.getTime() - 60_000))
  await storeConditions(database.db, REYKJAVIK.id, new Date(NOW.getTime() - 901_000))
}, 60_000)
beforeEach(() => {
  api = createTestApi({ db: database.db })
})
afterEach(async () => {
  await api.close()
  await database.db.delete(cacheHours)
  await database.db.delete(cityReads)
})

/** Within one second the same read is answered from what was written. */
const read = async (city: number | string): Promise<number> => {
  api.clock.now = new Date(api.clock.now.getTime() + 1000)
  return (await api.app.inject(`/api/weather/current/${city}`)).statusCode
}

const stats = async () => {
  const answer = await api.app.inject('/api/weather/cache/stats')
  return answer.json<{
    usage: { kind: string; hits: number; misses: number; hit_rate: number }[]
  }>()
}

const clear = async (payload: object) => {
  const answer = await api.app.inject({
    method: 'POST',
    url: '/api/weather/cache/clear',
    payload,
  })
  return { status: answer.statusCode, ...answer.json<Record<string, unknown>>() }
}

const UNREAD = [
  { kind: 'forecast', prefix: 'weather247:forecast:', hits: 0, misses: 0, hit_rate: null },
  { kind: 'air-quality', prefix: 'weather247:air-quality:', hits: 0, misses: 0, hit_rate: null },
]

test('E36: ten reads of which three miss are a hit rate of 0.7', async () => {
  for (let reads = 1; reads <= 10; reads++) {
    if (reads === 1 || reads === 4 || reads === 8) await api.cache.clear(KEY_PREFIX)
    expect(await read(LONDON.id)).toBe(200)
  }
  const { usage } = await stats()
  expect(usage).toEqual([
    { kind: 'conditions', prefix: 'weather247:conditions:', hits: 7, misses: 3, hit_rate: 0.7 },
    { kind: 'city', prefix: 'weather247:city:', hits: 7, misses: 3, hit_rate: 0.7 },
    ...UNREAD,
  ])
})

test('S27: without reads there is no hit rate, and the settings are shown', async () => {
  expect(await stats()).toEqual({
    cache_backend: 'memory',
    status: 'healthy',
    ttl_settings: {
      conditions_fresh_seconds: 900,
      keep_seconds: 3600,
      analytics_seconds: 14_400,
      memory_seconds: 5,
    },
    cache_keys_info: { weather_ttl: 900, forecast_ttl: 60, air_quality_ttl: 60 },
    prefixes: {
      weather: 'weather247:conditions:',
      forecast: 'weather247:forecast:',
      air_quality: 'weather247:air-quality:',
    },
    window_hours: 24,
    usage: [
      { kind: 'conditions', prefix: 'weather247:conditions:', hits: 0, misses: 0, hit_rate: null },
      { kind: 'city', prefix: 'weather247:city:', hits: 0, misses: 0, hit_rate: null },
      ...UNREAD,
    ],
    timestamp: NOW.toISOString(),
  })
})

test('hits and misses of more than a day ago do not count', async () => {
  const hour = (hours: number) => new Date(Date.UTC(2026, 10, 22, 10 - hours))
  await database.db.insert(cacheHours).values([
    { hour: hour(24), kind: 'conditions', hits: 1000, misses: 0 },
    { hour: hour(23), kind: 'conditions', hits: 1, misses: 3 },
  ])
  expect((await stats()).usage[0]).toMatchObject({ hits: 1, misses: 3, hit_rate: 0.25 })
})

test('an old value in the cache is no hit', async () => {
  await read(REYKJAVIK.id)
  await read(REYKJAVIK.id)
  const { usage } = await stats()
  expect(usage.slice(0, 2)).toMatchObject([
    { kind: 'conditions', hits: 0, misses: 2 },
    { kind: 'city', hits: 1, misses: 1 },
  ])
})

test('reads by id and by name count for the city, failed reads count for none', async () => {
  expect(await read(LONDON.id)).toBe(200)
  expect(await read('?city=London,GB')).toBe(200)
  for (let id = 1; id <= 50; id++) expect(await read(id)).toBe(404)
  expect((await stats()).usage.slice(0, 2)).toMatchObject([
    { hits: 1, misses: 1 },
    { hits: 0, misses: 1 },
  ])
  const requested = await mostRequested(database.db, { limit: 20, halfLifeHours: 24 })
  expect(requested).toMatchObject([{ city: { id: LONDON.id }, score: 2 }])
})

test('S27: what is cached of one city can be forgotten', async () => {
  await read(LONDON.id)
  await read(REYKJAVIK.id)
  expect(await clear({ city: 'london, gb' })).toEqual({
    status: 200,
    message: 'The cache has forgotten London',
    city_id: LONDON.id,
    removed: 2,
  })
  expect(await clear({ city: LONDON.id })).toMatchObject({ city_id: LONDON.id, removed: 0 })
  expect(await clear({ clear_all: true })).toMatchObject({ removed: 2 })
})

test('S27: everything can be forgotten, but nothing of others', async () => {
  await api.cache.setMany([{ key: 'others:1', value: '1' }], 60)
  await read(LONDON.id)
  expect(await clear({ clear_all: true })).toEqual({
    status: 200,
    message: 'The cache was cleared',
    city_id: null,
    removed: 2,
  })
  expect((await api.cache.getMany(['others:1'])).size).toBe(1)
  expect((await api.app.inject(`/api/weather/current/${LONDON.id}`)).json()).toMatchObject({
    served_from: 'database',
  })
})

test.each([[{}], [{ clear_all: false }], [{ city: 'London, GB', clear_all: true }]])(
  'it has to be said what to forget: %o does not',
  async (payload) => {
    expect(await clear(payload)).toMatchObject({
      status: 400,
      kind: 'invalid-request',
      detail: 'Name a city, or set clear_all to true: one of them.',
    })
  },
)

test('an unknown city is a problem', async () => {
  expect(await clear({ city: 'Atlantis' })).toMatchObject({ status: 404, kind: 'unknown-city' })
  expect(await clear({ city: 'London' })).toMatchObject({ status: 409, kind: 'ambiguous-city' })
})
