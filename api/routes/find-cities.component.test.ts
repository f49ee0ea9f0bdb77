import { expect, test } from 'vitest'
import { importCities } from '../../db/queries/cities.ts'
import { setActive } from '../../db/queries/manage-cities.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { KNOWN_CITIES, LONDON, REYKJAVIK } from '../../test/support/data/known-cities.ts'

/** Not in the shipped list, which has no place so small. */
const HAMLET = { ...LONDON, id: 99, name: 'Új Londonka', countryCode: 'HU', population: 12 }

const database = withTestDatabase({ cities: [...KNOWN_CITIES, HAMLET] })
const api = withTestApi({ database })

interface Hit {
  readonly id: number
  readonly name: string
  readonly match: string
  readonly is_stored: boolean
  readonly is_active: boolean | null
}

async function search(query: string): Promise<readonly Hit[]> {
  const answer = await api.app.inject(`/api/weather/cities/search?${query}`)
  expect([query, answer.statusCode, answer.headers['content-type']]).toEqual([
    query,
    200,
    'application/json; charset=utf-8',
  ])
  return answer.json<{ cities: readonly Hit[] }>().cities
}

test('S28: cities/search finds stored and shipped cities by prefix, the best match first', async () => {
  const hits = await search('q=LoNdon')
  expect(hits.map(({ id, match, is_stored: isStored }) => [id, match, isStored])).toEqual([
    [2643743, 'exact', true],
    [6058560, 'exact', true],
    [1006984, 'word_prefix', false],
    [HAMLET.id, 'word_prefix', true],
  ])
})

test('a city that is not stored is a hit without an activity, one that is has its own', async () => {
  await setActive(database.db, [REYKJAVIK.id], false)
  expect(await search('q=reykjav')).toEqual([
    {
      id: 3413829,
      name: 'Reykjavík',
      country: 'IS',
      latitude: 64.13548,
      longitude: -21.89541,
      timezone: 'Atlantic/Reykjavik',
      population: 118918,
      match: 'prefix',
      is_stored: true,
      is_active: false,
    },
  ])
  const [tokyo] = await search('q=Toky&limit=1')
  expect(tokyo).toMatchObject({ id: 1850147, is_stored: false, is_active: null })
  await setActive(database.db, [REYKJAVIK.id], true)
})

test('other well-known names, accents, words within and countries are searched', async () => {
  expect((await search('q=münch'))[0]).toMatchObject({ id: 2867714, match: 'prefix' })
  expect((await search('q=東'))[0]).toMatchObject({ id: 1850147, match: 'prefix' })
  expect((await search('q=york&country=us')).map(({ name }) => name)).toContain('New York City')
  expect(await search('q=uj%20lon')).toMatchObject([{ id: HAMLET.id, match: 'prefix' }])
  expect(await search('q=tokyo&country=gb')).toEqual([])
})

test('a page is as long as asked for, the most populous first', async () => {
  const three = await search('q=san&limit=3')
  expect(three).toHaveLength(3)
  const ten = await search('q=san')
  expect(ten.slice(0, 3)).toEqual(three)
})

test('cities/nearest answers along the great circle, also over the date line', async () => {
  const fiji = { ...LONDON, id: 7, name: 'East', latitude: -17, longitude: 179.9 }
  const samoa = { ...LONDON, id: 8, name: 'West', latitude: -17, longitude: -179.7 }
  await importCities(database.db, [fiji, samoa])
  const answer = await api.app.inject(
    '/api/weather/cities/nearest?latitude=-17.0&longitude=179.8&limit=2',
  )
  expect(answer.json<{ cities: unknown[] }>().cities).toMatchObject([
    { id: 7, distance_km: expect.closeTo(10.634, 2), is_active: true },
    { id: 8, distance_km: expect.closeTo(53.168, 2) },
  ])
  const far = await api.app.inject('/api/weather/cities/nearest?latitude=89.5&longitude=0&limit=1')
  expect(far.json<{ cities: unknown[] }>().cities).toMatchObject([{ id: REYKJAVIK.id }])
  const all = await api.app.inject('/api/weather/cities/nearest?latitude=51&longitude=0&limit=50')
  expect(all.json<{ cities: { id: number }[] }>().cities).toHaveLength(6)
})

test.each([
  'search',
  'search?q=',
  'search?q=%25',
  'search?q=a&limit=101',
  'nearest?latitude=91&longitude=0',
  'nearest?latitude=1e1&longitude=0',
  'nearest?latitude=1',
])('cities/%s is refused', async (path) => {
  const answer = await api.app.inject(`/api/weather/cities/${path}`)
  expect([answer.statusCode, answer.json()]).toMatchObject([400, { kind: 'invalid-request' }])
})
