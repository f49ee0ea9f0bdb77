import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { KEY_PREFIX } from '../../cache/keys.ts'
import type { City } from '../../domain/city/city.ts'
import { createTestApi, NOW } from '../../test/support/api/test-api.ts'
import { KNOWN_CITIES, LONDON, REYKJAVIK } from '../../test/support/data/known-cities.ts'
import { storeConditions } from '../../test/support/data/stored-conditions.ts'
import { fixture } from '../../test/support/fixtures/fixture.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { openCountedDatabase } from '../../test/support/services/counted-database.ts'

const place = (id: number): City => ({
  id,
  name: `Place ${id}`,
  countryCode: 'NO',
  latitude: 60,
  longitude: 10,
  timeZone: 'Europe/Oslo',
  population: null,
})
const PLACES = Array.from({ length: 100 }, (_, index) => place(index + 1))

const database = withTestDatabase({ cities: [...KNOWN_CITIES, ...PLACES] })
const counted = fixture(() => openCountedDatabase(database.url))
const api = fixture(() => createTestApi({ db: counted.db }))

interface Answer {
  readonly cities: { city: { id: number }; served_from: string }[]
  readonly without_data: { id: number }[]
  readonly unknown: string[]
  readonly ambiguous: { name: string; candidates: { id: number }[] }[]
}

async function read(path: string) {
  const answer = await api.app.inject(`/api/weather/${path}`)
  return { status: answer.statusCode, body: answer.json<Answer>(), queries: queries() }
}
/** Reads are counted in the background, by writing. */
const queries = () => counted.taken().filter((one) => !/^\s*insert/.test(one)).length

const idsOf = ({ cities }: Answer) => cities.map(({ city }) => city.id)
const PLACE_IDS = PLACES.map(({ id }) => id)

beforeAll(async () => {
  const at = new Date(NOW.getTime() - 60_000)
  for (const { id } of PLACES.slice(0, 99)) await storeConditions(database.db, id, at)
  await storeConditions(database.db, LONDON.id, at, 8.4)
  await storeConditions(database.db, REYKJAVIK.id, at, -2.1)
  // By what values are judged is read once.
  await read('multiple?cities=1')
})

beforeEach(async () => {
  await api.cache.clear(KEY_PREFIX)
  counted.taken()
})

describe('multiple', () => {
  it('S29: gives a hundred cities in one query, and what the cache has without any', async () => {
    const path = `multiple?cities=${PLACE_IDS.join(',')}`
    const first = await read(path)
    expect(first).toMatchObject({ status: 200, queries: 1 })
    expect(idsOf(first.body)).toEqual(PLACE_IDS.slice(0, 99))
    expect(first.body.without_data).toMatchObject([{ id: 100 }])
    const cached = await read(`multiple/?cities=${PLACE_IDS.slice(0, 99).join(',')}`)
    expect([cached.queries, idsOf(cached.body)]).toEqual([0, PLACE_IDS.slice(0, 99)])
    expect(new Set(cached.body.cities.map((one) => one.served_from))).toEqual(new Set(['cache']))
  })

  it('S29: takes names and ids, in their order, and one city once', async () => {
    const { body, queries } = await read(
      `multiple?cities=reykjavik,${LONDON.id},London, GB,Place 7,Reykjavík`,
    )
    expect([idsOf(body), queries]).toEqual([[REYKJAVIK.id, LONDON.id, 7], 1])
  })

  it('S29: asks the database for a name once, and the cache for what the name means', async () => {
    const cacheUse = async () => {
      api.passShared()
      const answer = await api.app.inject('/api/weather/cache/stats')
      const { usage } = answer.json<{ usage: { kind: string; hits: number; misses: number }[] }>()
      const { hits = 0, misses = 0 } = usage.find(({ kind }) => kind === 'conditions') ?? {}
      counted.taken()
      return { hits, misses }
    }
    const path = 'multiple?cities=Place 8,London&units=si'
    const before = await cacheUse()
    expect((await read(path)).queries).toBe(1)
    expect(await cacheUse()).toEqual(before)
    const again = await read(`${path}&compat=0`)
    expect([again.queries, idsOf(again.body)]).toEqual([0, [8]])
    expect(again.body.ambiguous).toMatchObject([{ name: 'London' }])
    expect(await cacheUse()).toEqual({ ...before, hits: before.hits + 1 })
  })

  it('S29: lists what is unknown or ambiguous, and gives the others', async () => {
    const { status, body } = await read(
      'multiple?cities=London,Atlantis,999999,Place 1,99999999999',
    )
    expect(status).toBe(200)
    expect(idsOf(body)).toEqual([1])
    expect(body.unknown).toEqual(['Atlantis', '999999', '99999999999'])
    expect(body.ambiguous).toMatchObject([
      { name: 'London', candidates: [{ id: LONDON.id }, { id: 6058560 }] },
    ])
  })

  it.each([
    ['no city', '%20,,'],
    ['more than a hundred', Array.from({ length: 101 }, (_, id) => id + 1).join(',')],
    ['a name without end', 'x'.repeat(201)],
  ])('refuses %s', async (_, cities) => {
    expect(await read(`multiple?cities=${cities}`)).toMatchObject({
      status: 400,
      body: { kind: 'invalid-request' },
    })
  })
})

describe('compare', () => {
  it('S29: puts two to six cities side by side, with the differences of each pair', async () => {
    const { status, body, queries } = await read(
      `compare?cities=London, GB,Reykjavík,1&units=imperial`,
    )
    expect([status, queries]).toEqual([200, 1])
    expect(idsOf(body)).toEqual([LONDON.id, REYKJAVIK.id, 1])
    expect(body).toMatchObject({
      units: { temperature: '°F', pressure: 'inHg', wind_speed: 'mph' },
      cities: [{ conditions: { temperature: 47.1, pressure: 29.89, visibility: null } }, {}, {}],
      differences: [
        {
          from: LONDON.id,
          to: REYKJAVIK.id,
          values: { temperature: -18.9, wind_direction: 0, visibility: null, uv_index: null },
        },
        { from: LONDON.id, to: 1 },
        { from: REYKJAVIK.id, to: 1 },
      ],
    })
  })

  it.each([
    ['one city', '1', 400, 'invalid-request'],
    ['the same city twice', 'Place 1,1', 400, 'invalid-request'],
    ['seven cities', '1,2,3,4,5,6,7', 400, 'invalid-request'],
    ['an unknown city', '1,Atlantis', 404, 'unknown-city'],
    ['an ambiguous name', '1,London', 409, 'ambiguous-city'],
    ['a city without data', '1,100', 404, 'no-data-yet'],
  ])('refuses %s', async (_, cities, status, kind) => {
    expect(await read(`compare?cities=${cities}`)).toMatchObject({ status, body: { kind } })
  })

  it.each([
    ['1,Reykjavk', { suggestions: [{ id: REYKJAVIK.id }] }],
    [
      'Reykjavk,Atlantis',
      { unknown: ['Reykjavk', 'Atlantis'], suggestions: [{ name: 'Reykjavík' }] },
    ],
    ['1,London', { candidates: [{ id: LONDON.id }, { id: 6058560 }] }],
  ])('S29: of %s says which cities may be meant', async (cities, said) => {
    const { body } = await read(`compare?cities=${cities}`)
    expect(body).toMatchObject(said)
    expect(body).not.toHaveProperty('ambiguous')
  })
})
