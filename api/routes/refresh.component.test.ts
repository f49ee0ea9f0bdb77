import { beforeEach, expect, test } from 'vitest'
import { PRODUCTS } from '../../domain/weather/product.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { KNOWN_CITIES, LONDON, REYKJAVIK } from '../../test/support/data/known-cities.ts'

const MAX_AGE_SECONDS = { conditions: 900, forecast: 10_800, 'air-quality': 3600 }

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({ database })

beforeEach(() => {
  api.temporal.asked.length = 0
})

const post = (payload?: object) =>
  api.app.inject({
    method: 'POST',
    url: '/api/weather/monitoring/refresh/',
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

test('without cities one run over all that are due is started', async () => {
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

test('known, unknown and ambiguous names are listed in one answer', async () => {
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
  const unavailable = Object.assign(new Error('14 UNAVAILABLE: no 10.0.0.7'), {
    code: 14,
    details: '',
    metadata: {},
  })
  api.temporal.error = unavailable
  const answer = await post({})
  delete api.temporal.error
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['retry-after']).toBe('5')
  expect(answer.json()).toMatchObject({ kind: 'temporal-unavailable' })
  expect(answer.body).not.toContain('10.0.0.7')
})
