import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { PRODUCTS } from '../../domain/weather/product.ts'
import { HOUR_MS } from '../../domain/time/durations.ts'
import type { PricedProvider } from '../../domain/provider/planned-requests.ts'
import { idempotencyKeys, refreshStates } from '../../db/schema/index.ts'
import type { StartRequest } from '../../temporal/start-refreshes.ts'
import { NOW } from '../../test/support/api/test-api.ts'
import type { RefreshPlan } from '../schemas/refresh.ts'
import { saveRunSummary } from '../../db/queries/run-summaries.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { installed, NO_ADAPTERS } from '../../test/support/api/installed.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { KNOWN_CITIES, LONDON, REYKJAVIK } from '../../test/support/data/known-cities.ts'

const MAX_AGE_SECONDS = { conditions: 900, forecast: 10_800, 'air-quality': 3600 }

const priced = (id: ProviderId, more: Partial<PricedProvider>): PricedProvider => ({
  id,
  products: PRODUCTS,
  covers: () => true,
  price: (asked) => [
    {
      url: 'https://weather.test',
      weight: asked.length,
      places: asked.map(({ place }) => place),
      products: PRODUCTS,
    },
  ],
  ...more,
})

const LOCAL = priced('nws', {
  products: ['conditions'],
  covers: ({ countryCode }) => countryCode === 'GB',
})
const GLOBAL = priced('open-meteo', {})

const UNAVAILABLE = Object.assign(new Error('14 UNAVAILABLE: no 10.0.0.7'), {
  code: 14,
  details: '',
  metadata: {},
})

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({
  database,
  settings: {
    providers: installed({ [LOCAL.id]: [], [GLOBAL.id]: [] }),
    adapters: { ...NO_ADAPTERS, pricing: () => Promise.resolve([LOCAL, GLOBAL]) },
  },
})

beforeEach(() => {
  api.temporal.asked.length = 0
})

const post = (payload?: object, headers: Record<string, string> = {}) =>
  api.app.inject({
    method: 'POST',
    url: '/api/weather/monitoring/refresh/',
    headers,
    ...(payload && { payload }),
  })

const AMBIGUOUS_LONDON = {
  name: 'London',
  candidates: [
    {
      id: 2643743,
      name: 'London',
      country: 'GB',
      latitude: 51.50853,
      longitude: -0.12574,
      population: 8961989,
    },
    {
      id: 6058560,
      name: 'London',
      country: 'CA',
      latitude: 42.98339,
      longitude: -81.23304,
      population: 422324,
    },
  ],
}

test('S21: without cities one run over all that are due is started', async () => {
  for (const answer of [
    await post(),
    await post({}),
    await api.app.inject({
      method: 'POST',
      url: '/api/weather/monitoring/refresh',
      headers: { 'content-type': 'application/json' },
      payload: '',
    }),
  ]) {
    expect(answer.statusCode).toBe(202)
    expect(answer.json()).toEqual({
      message: 'Triggered refresh for all cities',
      task_id: 'refresh-all-cities/1/run',
      tasks: [],
      unknown: [],
      ambiguous: [],
    })
  }
  const asked = { trigger: 'api', force: false, maxAgeSeconds: MAX_AGE_SECONDS }
  expect(api.temporal.asked).toEqual([asked, asked, asked])
})

test('a forced run says so to Temporal', async () => {
  await post({ force: true })
  expect(api.temporal.asked).toMatchObject([{ force: true }])
})

test('S21, E19: known, unknown and ambiguous names are listed in one answer', async () => {
  const cities = ['REYKJAVIK', 'London', 'Atlantis', 'London, gb', 2643743]
  const answer = await post({ cities })
  expect(answer.statusCode).toBe(202)
  expect(answer.json()).toEqual({
    message: 'Triggered refresh for 2 cities',
    task_id: null,
    tasks: [
      { city: 'Reykjavík', city_id: 3413829, task_id: 'refresh-city/3413829/run' },
      { city: 'London', city_id: 2643743, task_id: 'refresh-city/2643743/run' },
    ],
    unknown: ['Atlantis'],
    ambiguous: [AMBIGUOUS_LONDON],
  })
  const rest = {
    products: PRODUCTS,
    trigger: 'api',
    priority: 'person',
    force: false,
    maxAgeSeconds: MAX_AGE_SECONDS,
  }
  expect(api.temporal.asked).toMatchObject([
    { city: { id: REYKJAVIK.id, timeZone: 'Atlantic/Reykjavik' }, ...rest },
    { city: { id: LONDON.id }, ...rest },
  ])
})

test('nothing is started when no name is clear', async () => {
  const ambiguous = await post({ cities: ['London', 'Atlantis'] })
  expect(ambiguous.statusCode).toBe(409)
  expect(ambiguous.json()).toMatchObject({
    kind: 'ambiguous-city',
    unknown: ['Atlantis'],
    ambiguous: [AMBIGUOUS_LONDON],
  })
  const unknown = await post({ cities: ['Atlantis', 1] })
  expect(unknown.statusCode).toBe(404)
  expect(unknown.json()).toMatchObject({
    kind: 'unknown-city',
    unknown: ['Atlantis', '1'],
    ambiguous: [],
  })
  expect(api.temporal.asked).toEqual([])
})

test.each([
  [{ citys: ['London'] }, 'citys'],
  [{ cities: [] }, 'cities'],
  [{ cities: 'all' }, 'cities'],
  [{ force: 'perhaps' }, 'force'],
  [{ products: [] }, 'products'],
  [{ products: ['pollen'] }, 'products.0'],
  [{ fan_out: 'each' }, 'fan_out'],
  [{ max_age_seconds: -1 }, 'max_age_seconds'],
  [{ max_age_seconds: 60, force: true }, 'max_age_seconds'],
  [{ dry_run: 1 }, 'dry_run'],
])('the body %j is refused, and the field named', async (body, field) => {
  const answer = await post(body)
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({
    kind: 'invalid-request',
    errors: [{ in: 'body', field, message: expect.any(String) }],
  })
  expect(api.temporal.asked).toEqual([])
})

test('a Temporal that does not answer is a transient problem', async () => {
  api.temporal.error = UNAVAILABLE
  const answer = await post({})
  delete api.temporal.error
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['retry-after']).toBe('5')
  expect(answer.json()).toMatchObject({ kind: 'temporal-unavailable' })
  expect(answer.body).not.toContain('10.0.0.7')
})

test('products, age and fan-out reach the run', async () => {
  await post({ products: ['forecast', 'conditions'], max_age_seconds: 60, fan_out: 'bulk' })
  expect(api.temporal.asked).toEqual([
    {
      trigger: 'api',
      force: false,
      maxAgeSeconds: { conditions: 60, forecast: 60 },
      fanOut: 'bulk',
    },
  ])
})

test('products and age reach the task of each city named', async () => {
  await post({ cities: [LONDON.id], products: ['air-quality'], max_age_seconds: 0 })
  expect(api.temporal.asked).toMatchObject([
    { city: { id: LONDON.id }, products: ['air-quality'], maxAgeSeconds: { 'air-quality': 0 } },
  ])
})

test('cities named with a fan-out are one run', async () => {
  const answer = await post({ cities: ['Reykjavik', LONDON.id], fan_out: 'auto' })
  expect(answer.json()).toMatchObject({
    task_id: 'refresh-all-cities/1/run',
    tasks: [
      { city: 'Reykjavík', task_id: 'refresh-all-cities/1/run' },
      { city: 'London', task_id: 'refresh-all-cities/1/run' },
    ],
  })
  const cityIds = [REYKJAVIK.id, LONDON.id]
  expect(api.temporal.asked).toMatchObject([{ cityIds, fanOut: 'auto' }])
})

describe('a dry run', () => {
  test('D3, E30: says for the cities named what is due, and starts nothing', async () => {
    const cities = ['Reykjavik', LONDON.id, 'Atlantis']
    const answer = await post({ cities, products: ['conditions', 'forecast'], dry_run: true })
    expect(answer.statusCode).toBe(200)
    const products = ['conditions', 'forecast']
    expect(answer.json()).toEqual({
      message: 'Nothing is started: 2 of 2 cities are due',
      dry_run: true,
      as_of: '2026-11-22T10:30:00.000Z',
      total: 2,
      due: 2,
      cities: [
        {
          city: 'Reykjavík',
          city_id: REYKJAVIK.id,
          due: true,
          reason: 'never-fetched',
          products,
          calls: [{ provider: 'open-meteo', products, weight: 1 }],
        },
        {
          city: 'London',
          city_id: LONDON.id,
          due: true,
          reason: 'never-fetched',
          products,
          calls: [
            { provider: 'nws', products: ['conditions'], weight: 1 },
            { provider: 'open-meteo', products: ['forecast'], weight: 1 },
          ],
        },
      ],
      requests: [
        { provider: 'nws', products: ['conditions'], cities: 1, requests: 1, weight: 1 },
        { provider: 'open-meteo', products, cities: 2, requests: 1, weight: 2 },
      ],
      plan: null,
      unknown: ['Atlantis'],
      ambiguous: [],
    })
    expect(api.temporal.asked).toEqual([])
  })

  test('of all cities counts what is young enough, and lists what is due', async () => {
    await database.db
      .update(refreshStates)
      .set({ conditionsConfirmedAt: NOW })
      .where(eq(refreshStates.cityId, LONDON.id))
    const plan = async (body: object) =>
      (await post({ ...body, products: ['conditions'], dry_run: true })).json<RefreshPlan>()
    const total = KNOWN_CITIES.length
    const young = await plan({})
    expect(young).toMatchObject({ total, due: total - 1 })
    expect(young.cities).not.toContainEqual(expect.objectContaining({ city_id: LONDON.id }))
    expect(await plan({ force: true })).toMatchObject({ total, due: total })
    const [london] = (await plan({ cities: [LONDON.id] })).cities
    expect(london).toEqual({
      city: 'London',
      city_id: LONDON.id,
      due: false,
      reason: null,
      products: [],
      calls: [],
    })
    const [forced] = (await plan({ cities: [LONDON.id], force: true })).cities
    expect(forced).toMatchObject({ due: true, reason: 'forced' })
    api.clock.now = new Date(NOW.getTime() + HOUR_MS)
    const [later] = (await plan({ cities: [LONDON.id] })).cities
    api.clock.now = NOW
    expect(later).toMatchObject({ due: true, reason: 'too-old' })
  })
})

describe('an idempotency key', () => {
  const withKey = (key: string, body: object) => post(body, { 'idempotency-key': key })

  test('E20: the same key twice is the same task', async () => {
    for (const body of [{}, { cities: ['Reykjavik', 'Atlantis'], force: true }]) {
      const key = `twice-${JSON.stringify(body)}`
      const first = await withKey(key, body)
      const second = await withKey(key, Object.fromEntries(Object.entries(body).reverse()))
      expect([first.statusCode, second.statusCode]).toEqual([202, 202])
      expect(second.json()).toEqual(first.json())
      expect(first.headers['idempotent-replayed']).toBeUndefined()
      expect(second.headers['idempotent-replayed']).toBe('true')
    }
    expect(api.temporal.asked).toHaveLength(2)
  })

  test('E20: the same key at once starts once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => withKey('at-once', {})))
    const [first] = answers.map((answer) => answer.json<object>())
    for (const answer of answers) expect(answer.json()).toEqual(first)
    expect(api.temporal.asked).toHaveLength(1)
  })

  test('that named another body is refused', async () => {
    await withKey('other', {})
    const answer = await withKey('other', { force: true })
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ kind: 'idempotency-key-reused' })
    expect(api.temporal.asked).toHaveLength(1)
  })

  test('is free again after a day', async () => {
    await withKey('old', {})
    api.clock.now = new Date(NOW.getTime() + 24 * HOUR_MS)
    const answer = await withKey('old', { force: true })
    api.clock.now = NOW
    expect(answer.statusCode).toBe(202)
    expect(api.temporal.asked).toHaveLength(2)
  })

  test('stays free where the request failed, and names the same run again', async () => {
    api.temporal.error = new Error('the server is gone')
    expect((await withKey('failed', {})).statusCode).toBe(500)
    delete api.temporal.error
    expect((await withKey('failed', {})).statusCode).toBe(202)
    const [first, second] = (api.temporal.asked as { request?: StartRequest }[]).map(
      ({ request }) => request,
    )
    expect(first).toEqual({ id: expect.any(String), isRepeated: false })
    expect(second).toEqual({ id: first?.id, isRepeated: true })
    expect((await withKey('failed-too', { cities: ['Atlantis'] })).statusCode).toBe(404)
    expect((await withKey('failed-too', { cities: ['Reykjavik'] })).statusCode).toBe(202)
  })

  test('names its cities again after its holder was cut off', async () => {
    const body = { cities: ['Reykjavik'] }
    await withKey('cut-off', body)
    await database.db.update(idempotencyKeys).set({ response: null })
    api.clock.now = new Date(NOW.getTime() + 60_000)
    expect((await withKey('cut-off', body)).statusCode).toBe(202)
    api.clock.now = NOW
    const [first, second] = (api.temporal.asked as { request?: StartRequest }[]).map(
      ({ request }) => request,
    )
    expect([first?.isRepeated, second]).toEqual([false, { id: first?.id, isRepeated: true }])
  })

  test.each(['', 'two words', 'x'.repeat(256), 'clé'])('that is %j is refused', async (key) => {
    const answer = await withKey(key, {})
    expect(answer.statusCode).toBe(400)
    expect(api.temporal.asked).toEqual([])
  })
})

test('the tasks of one city are listed by its name', async () => {
  const list = (query: string) => api.app.inject(`/api/weather/monitoring/tasks?${query}`)
  expect((await list('city=London&country=GB')).statusCode).toBe(200)
  expect(api.temporal.listed).toEqual([{ cityId: LONDON.id, limit: 20 }])
  expect((await list('city=London')).json()).toMatchObject({ kind: 'ambiguous-city' })
  expect((await list('city=Atlantis')).json()).toMatchObject({ kind: 'unknown-city' })
})

describe('a task that Temporal has forgotten', () => {
  const RUN_ID = '01234567-89ab-4def-8123-456789abcdef'
  const look = (id: string) => api.app.inject(`/api/weather/monitoring/task/${id}`)

  const stored = (workflowType: string, status: string, summary: object) =>
    saveRunSummary(database.db, {
      runId: RUN_ID,
      workflowId: 'some/workflow',
      workflowType,
      trigger: 'api',
      status,
      startedAt: NOW,
      finishedAt: new Date(NOW.getTime() + 60_000),
      summary,
    })

  const ENDS = [
    ['refreshAllCities', 'completed', 'SUCCESS'],
    ['refreshAllCities', 'failed', 'SUCCESS'],
    ['generateWeatherAnalytics', 'timed_out', 'SUCCESS'],
    ['refreshCity', 'completed_partial', 'SUCCESS'],
    ['refreshCity', 'cancelled', 'REVOKED'],
  ] as const

  test.each(ENDS)('answers of %s that it ended %s: %s', async (type, status, word) => {
    await stored(type, status, { status })
    for (const id of [`some/workflow/${RUN_ID}`, 'some/workflow']) {
      expect((await look(id)).json()).toMatchObject({
        task_id: id,
        name: type,
        status: word,
        result: word === 'SUCCESS' ? { status } : null,
        started_at: '2026-11-22T10:30:00.000Z',
        ended_at: '2026-11-22T10:31:00.000Z',
        source: 'history',
        web_ui: null,
      })
    }
  })

  test('answers why it failed', async () => {
    const attempts = [{ provider: 'nws', products: ['conditions'], outcome: 'timeout' }]
    const failure = { kind: 'application', type: 'NoProviderAnswered', message: 'none', attempts }
    await stored('refreshCity', 'failed', { failure })
    expect((await look('some/workflow')).json()).toMatchObject({
      status: 'FAILURE',
      result: null,
      failure: [failure],
      traceback: 'NoProviderAnswered: none',
    })
  })

  test('answers also while Temporal is away', async () => {
    await stored('refreshAllCities', 'completed', {})
    api.temporal.error = UNAVAILABLE
    expect((await look('some/workflow')).json()).toMatchObject({ status: 'SUCCESS' })
    expect((await look('some/other')).json()).toMatchObject({ kind: 'temporal-unavailable' })
    delete api.temporal.error
  })

  test('S22: is unknown where nothing was stored of it, and no pending task', async () => {
    for (const id of ['unknown', `some/other/${RUN_ID}`]) {
      const answer = await look(id)
      expect([answer.statusCode, answer.json()]).toMatchObject([404, { kind: 'unknown-task' }])
    }
  })
})
