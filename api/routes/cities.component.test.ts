import { expect, test } from 'vitest'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import {
  KNOWN_CITIES,
  LONDON,
  LONDON_ONTARIO,
  REYKJAVIK,
} from '../../test/support/data/known-cities.ts'
import { setActive } from '../../db/queries/manage-cities.ts'
import { refreshStates } from '../../db/schema/index.ts'
import { storeConditions } from '../../test/support/data/stored-conditions.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({ database })

const CITY = {
  id: 2643743,
  name: 'London',
  country: 'GB',
  latitude: 51.50853,
  longitude: -0.12574,
  timezone: 'Europe/London',
  population: 8961989,
  is_active: true,
  created_at: expect.any(String),
  updated_at: expect.any(String),
  promised_minutes: null,
  last_refresh: {
    freshness: 'no_data',
    planned_period_s: 900,
    conditions_confirmed_at: null,
    forecast_confirmed_at: null,
    air_quality_confirmed_at: null,
    outcome: null,
    outcome_at: null,
    provider: null,
  },
}

interface Listed {
  readonly cities: readonly { readonly id: number; readonly name: string }[]
  readonly next_cursor: string | null
}

async function idsOf(query: string): Promise<number[]> {
  const answer = await api.app.inject(`/api/weather/cities${query}`)
  expect([query, answer.statusCode]).toEqual([query, 200])
  return answer.json<Listed>().cities.map(({ id }) => id)
}

test('S28: cities come page by page until there is no cursor', async () => {
  const first = await api.app.inject('/api/weather/cities?limit=2')
  expect(first.statusCode).toBe(200)
  expect(first.json()).toEqual({
    cities: [CITY, expect.objectContaining({ id: 3413829, name: 'Reykjavík' })],
    next_cursor: '3413829',
  })
  const second = await api.app.inject('/api/weather/cities/?limit=2&cursor=3413829')
  expect(second.json()).toEqual({
    cities: [expect.objectContaining({ id: 6058560, country: 'CA' })],
    next_cursor: null,
  })
})

test('cities are narrowed to a name, to those kept fresh, and by what is served of them', async () => {
  await storeConditions(database.db, REYKJAVIK.id, new Date('2026-11-22T10:00:00Z'))
  await setActive(database.db, [LONDON_ONTARIO.id], false)
  expect(await idsOf('?q=lond')).toEqual([LONDON.id, LONDON_ONTARIO.id])
  expect(await idsOf('?q=ondon')).toEqual([])
  expect(await idsOf('?q=LOND&is_active=true')).toEqual([LONDON.id])
  expect(await idsOf('?is_active=false')).toEqual([LONDON_ONTARIO.id])
  expect(await idsOf('?provider=open-meteo')).toEqual([REYKJAVIK.id])
  expect(await idsOf('?provider=nws')).toEqual([])
  expect(await idsOf('?freshness=fresh')).toEqual([REYKJAVIK.id])
  expect(await idsOf('?freshness=no_data')).toEqual([LONDON.id, LONDON_ONTARIO.id])
  // A city without data is in no other class.
  expect(await idsOf('?freshness=very_fresh')).toEqual([])
  const one = await api.app.inject(`/api/weather/cities/${REYKJAVIK.id}`)
  expect(one.json()).toMatchObject({
    last_refresh: {
      freshness: 'fresh',
      conditions_confirmed_at: '2026-11-22T10:00:00.000Z',
      outcome: 'ok',
      outcome_at: '2026-11-22T10:00:00.000Z',
      provider: 'open-meteo',
    },
  })
  await setActive(database.db, [LONDON_ONTARIO.id], true)
})

test.each([
  ['very_fresh', 899],
  ['fresh', 900],
  ['fresh', 1800],
  ['stale', 1801],
  ['very_stale', 7201],
  ['no_data', 21_601],
])('the filter and the answer agree that %s is an age of %i s', async (freshness, age) => {
  const at = new Date(api.clock.now.getTime() - age * 1000)
  await database.db.update(refreshStates).set({ conditionsConfirmedAt: at })
  expect(await idsOf(`?freshness=${freshness}&limit=1`)).toEqual([LONDON.id])
  const one = await api.app.inject(`/api/weather/cities/${LONDON.id}`)
  expect(one.json()).toMatchObject({ last_refresh: { freshness } })
})

test('cities are narrowed to a country', async () => {
  const { cities } = (await api.app.inject('/api/weather/cities?country=is')).json<{
    cities: { name: string }[]
  }>()
  expect(cities.map(({ name }) => name)).toEqual(['Reykjavík'])
})

test('S28: one city is found by its id, with or without a slash at the end', async () => {
  for (const url of ['/api/weather/cities/2643743', '/api/weather/cities/2643743/']) {
    const answer = await api.app.inject(url)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({ ...CITY, last_refresh: expect.any(Object) })
  }
})

test('a city that is not there is a problem', async () => {
  const answer = await api.app.inject('/api/weather/cities/2643742')
  expect(answer.statusCode).toBe(404)
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(answer.json()).toEqual({
    type: 'urn:weather247:problem:unknown-city',
    title: 'This city is not known',
    status: 404,
    detail: 'There is no city 2643742 here; see /api/weather/cities.',
    instance: '/api/weather/cities/2643742',
    kind: 'unknown-city',
  })
})

test.each([
  ['limit=0', 'limit'],
  ['cursor=x', 'cursor'],
  ['country=GBR', 'country'],
  ['contry=GB', 'contry'],
  ['is_active=1', 'is_active'],
  ['freshness=new', 'freshness'],
])('the query %s is refused, and the field named', async (query, field) => {
  const answer = await api.app.inject(`/api/weather/cities?${query}`)
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({
    kind: 'invalid-request',
    instance: '/api/weather/cities',
    errors: [{ in: 'querystring', field, message: expect.any(String) }],
  })
})

test('cities come by age, those without weather first, page by page, with their latest weather', async () => {
  const { db } = database
  await db.delete(refreshStates)
  await db.insert(refreshStates).values(KNOWN_CITIES.map(({ id }) => ({ cityId: id })))
  const minutesAgo = (minutes: number) => new Date(api.clock.now.getTime() - minutes * 60_000)
  await storeConditions(db, LONDON.id, minutesAgo(10), 7.5)
  await storeConditions(db, REYKJAVIK.id, minutesAgo(45), -1)
  interface Page {
    readonly cities: readonly { readonly id: number; readonly latest?: unknown }[]
    readonly next_cursor: string | null
    readonly total?: number
  }
  const page = async (query: string) =>
    (await api.app.inject(`/api/weather/cities?${query}`)).json<Page>()
  const seen: number[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const query = `sort=age&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`
    const found: Page = await page(query)
    seen.push(...found.cities.map(({ id }) => id))
    cursor = found.next_cursor
  }
  expect(seen).toEqual([LONDON_ONTARIO.id, REYKJAVIK.id, LONDON.id])

  const late = await page('late=true&sort=age&total=true&latest=true')
  expect(late).toMatchObject({
    total: 2,
    units: { temperature: '°C' },
    sources: [{ provider: 'open-meteo', attribution: { licence: 'CC BY 4.0' } }],
    cities: [
      { id: LONDON_ONTARIO.id, latest: null },
      {
        id: REYKJAVIK.id,
        latest: {
          temperature: expect.any(Number),
          condition: 'overcast',
          provider: 'open-meteo',
          age_seconds: expect.any(Number),
        },
      },
    ],
  })
  expect((await page('late=false')).cities.map(({ id }) => id)).toEqual([LONDON.id])
  const named = await page('sort=name&limit=2')
  expect(named.cities.map(({ id }) => id)).toEqual([LONDON.id, LONDON_ONTARIO.id])
  const last = await page(`sort=name&cursor=${named.next_cursor}`)
  expect(last.cities.map(({ id }) => id)).toEqual([REYKJAVIK.id])
})

test.each(['sort=age&cursor=1', 'sort=name&cursor=WyJhZ2UiLDEsbnVsbF0', 'cursor=x', 'cursor=0'])(
  'a cursor of another order is refused: %s',
  async (query) => {
    const answer = await api.app.inject(`/api/weather/cities?${query}`)
    expect(answer.json()).toMatchObject({ kind: 'invalid-request' })
  },
)
