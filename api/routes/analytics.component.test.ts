import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { analyticsKeys } from '../../cache/keys.ts'
import { saveOverview } from '../../db/queries/analytics-overviews.ts'
import { cityAnalytics } from '../../db/schema/index.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { KNOWN_CITIES, LONDON, REYKJAVIK } from '../../test/support/data/known-cities.ts'
import { createTestApi, type TestApi } from '../../test/support/api/test-api.ts'

const OVERVIEW = JSON.parse(
  readFileSync(new URL('../../test/integration/analytics-overview.json', import.meta.url), 'utf8'),
) as { cache_performance: { hit_rate: number; hits: number; misses: number } }

/** As it is answered: with the original's names. */
const ANSWERED = {
  ...OVERVIEW,
  cache_performance: {
    ...OVERVIEW.cache_performance,
    estimated_hit_rate: OVERVIEW.cache_performance.hit_rate * 100,
    estimated_hits: OVERVIEW.cache_performance.hits,
    estimated_misses: OVERVIEW.cache_performance.misses,
  },
}

const DASHBOARD = '/api/weather/analytics/dashboard'
const OF_LONDON = `/api/weather/analytics/cities/${LONDON.id}`

const database = withTestDatabase({ cities: KNOWN_CITIES })
const apis: TestApi[] = []

/** Each has its own cache. */
function api(settings: Parameters<typeof createTestApi>[0] = {}): TestApi {
  const created = createTestApi({ db: database.db, ...settings })
  apis.push(created)
  return created
}

afterAll(async () => {
  for (const { close } of apis) await close()
})

test('S56: before the first run the answer says when there will be something to show', async () => {
  const { app } = api()
  for (const url of [DASHBOARD, OF_LONDON]) {
    const answer = await app.inject(url)
    expect([answer.statusCode, answer.json()]).toMatchObject([
      404,
      {
        kind: 'no-data-yet',
        available_at: '2026-11-22T10:31:00.000Z',
        running_task_id: null,
        detail: expect.stringContaining('weather247 schedules trigger generate-weather-analytics'),
      },
    ])
  }
})

test('S58: the dashboard is the newest stored overview, with the names of the original, and is cached then', async () => {
  const old = { ...OVERVIEW, generated_at: '2026-11-20T00:00:00.000Z' }
  const rows = [
    { runId: 'new', generatedAt: new Date('2026-11-22T10:30:00Z'), report: OVERVIEW },
    { runId: 'old', generatedAt: new Date('2026-11-20T00:00:00Z'), report: old },
  ]
  for (const row of rows) await saveOverview(database.db, row)
  const { app, cache } = api()
  for (const url of [DASHBOARD, `${DASHBOARD}/?hours=24&days=7`]) {
    const answer = await app.inject(url)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual(ANSWERED)
  }
  const text = (await cache.getMany([analyticsKeys.overview])).get(analyticsKeys.overview)
  expect(JSON.parse(text ?? '')).toEqual(OVERVIEW)
})

test('an overview in the cache is served without the database', async () => {
  const { app, cache } = api()
  const generated_at = '2026-11-22T12:30:00.000Z'
  const cached = { ...OVERVIEW, generated_at }
  await cache.setMany([{ key: analyticsKeys.overview, value: JSON.stringify(cached) }], 60)
  expect((await app.inject(DASHBOARD)).json()).toEqual({ ...ANSWERED, generated_at })
})

test('what another version has cached is not served', async () => {
  const { app, cache } = api()
  const entries = [
    { key: analyticsKeys.overview, value: '{"version":0}' },
    { key: analyticsKeys.city(LONDON.id), value: 'London: 8 degrees' },
  ]
  await cache.setMany(entries, 60)
  expect((await app.inject(DASHBOARD)).json()).toEqual(ANSWERED)
  expect((await app.inject(OF_LONDON)).statusCode).toBe(404)
})

test('S56: for other spans what is computed is answered, and its period says so', async () => {
  const { app, cache } = api()
  await cache.setMany([{ key: analyticsKeys.overview, value: JSON.stringify(OVERVIEW) }], 60)
  for (const query of ['hours=12', 'days=30', 'hours=720&days=1']) {
    const answer = await app.inject(`${DASHBOARD}?${query}`)
    expect([answer.statusCode, answer.json()]).toMatchObject([
      200,
      {
        api_usage: { period: '24 hours' },
        weather_trends: { period: '7 days' },
      },
    ])
  }
  for (const query of ['hours=0', 'hours=721', 'days=366', 'day=7']) {
    expect((await app.inject(`${DASHBOARD}?${query}`)).statusCode).toBe(400)
  }
})

test('statistics of a city come with its local dates and their units', async () => {
  await database.db.insert(cityAnalytics).values({
    cityId: LONDON.id,
    fromDate: '2026-11-16',
    toDate: '2026-11-22',
    temperatureAvgC: 8.4567,
    temperatureMinC: -1,
    temperatureMaxC: 14.2,
    relativeHumidityAvgPct: null,
    dataPoints: 96,
    generatedAt: new Date('2026-11-22T10:08:00Z'),
    runId: 'run',
  })
  const expected = {
    city_id: LONDON.id,
    city: 'London',
    country: 'GB',
    avg_temperature: 8.46,
    max_temperature: 14.2,
    min_temperature: -1,
    avg_humidity: null,
    data_points: 96,
    from_date: '2026-11-16',
    to_date: '2026-11-22',
    generated_at: '2026-11-22T10:08:00.000Z',
    units: { temperature: '°C', humidity: '%' },
  }
  const { app } = api()
  const answer = await app.inject(OF_LONDON)
  expect([answer.statusCode, answer.json()]).toEqual([200, expected])
  await database.db.delete(cityAnalytics)
  expect((await app.inject(OF_LONDON)).json()).toEqual(expected)
})

test('an unknown city and one without statistics are distinguished', async () => {
  const { app } = api()
  const unknown = await app.inject('/api/weather/analytics/cities/5')
  expect([unknown.statusCode, unknown.json()]).toMatchObject([404, { kind: 'unknown-city' }])
  const empty = await app.inject(`/api/weather/analytics/cities/${REYKJAVIK.id}`)
  expect([empty.statusCode, empty.json()]).toMatchObject([
    404,
    { kind: 'no-data-yet', detail: expect.stringMatching(/^Reykjavík has no statistics/) },
  ])
})

test('the demo says that its analytics are simulated', async () => {
  const { app } = api({ settings: { mode: 'demo' } })
  expect((await app.inject(DASHBOARD)).json()).toEqual({ ...ANSWERED, simulated: true })
})
