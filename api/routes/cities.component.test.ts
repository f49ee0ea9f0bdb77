import { expect, test } from 'vitest'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { KNOWN_CITIES } from '../../test/support/data/known-cities.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({ database })

const LONDON = {
  id: 2643743,
  name: 'London',
  country: 'GB',
  latitude: 51.50853,
  longitude: -0.12574,
  timezone: 'Europe/London',
  population: 8961989,
  is_active: true,
}

test('cities come page by page until there is no cursor', async () => {
  const first = await api.app.inject('/api/weather/cities?limit=2')
  expect(first.statusCode).toBe(200)
  expect(first.json()).toEqual({
    cities: [LONDON, expect.objectContaining({ id: 3413829, name: 'Reykjavík' })],
    next_cursor: '3413829',
  })
  const second = await api.app.inject('/api/weather/cities/?limit=2&cursor=3413829')
  expect(second.json()).toEqual({
    cities: [expect.objectContaining({ id: 6058560, country: 'CA' })],
    next_cursor: null,
  })
})

test('cities are narrowed to a country', async () => {
  const { cities } = (await api.app.inject('/api/weather/cities?country=is')).json<{
    cities: { name: string }[]
  }>()
  expect(cities.map(({ name }) => name)).toEqual(['Reykjavík'])
})

test('one city is found by its id, with or without a slash at the end', async () => {
  for (const url of ['/api/weather/cities/2643743', '/api/weather/cities/2643743/']) {
    const answer = await api.app.inject(url)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual(LONDON)
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
])('the query %s is refused, and the field named', async (query, field) => {
  const answer = await api.app.inject(`/api/weather/cities?${query}`)
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({
    kind: 'invalid-request',
    instance: '/api/weather/cities',
    errors: [{ in: 'querystring', field, message: expect.any(String) }],
  })
})
