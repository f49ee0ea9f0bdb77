import { beforeEach, expect, test } from 'vitest'
import { nextDue } from '../../db/queries/due.ts'
import type { City } from '../../domain/city/city.ts'
import { GRPC_STATUS } from '../../temporal/grpc-status.ts'
import { KNOWN_CITIES, LONDON, REYKJAVIK } from '../../test/support/data/known-cities.ts'
import { storeConditions } from '../../test/support/data/stored-conditions.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({ database })

beforeEach(() => {
  api.temporal.placesAsked.length = 0
  delete api.temporal.error
  api.temporal.places = { kind: 'answered', places: [] }
})

const post = (path: string, payload: object = {}) =>
  api.app.inject({ method: 'POST', url: `/api/weather/cities${path}`, payload })

interface Changed {
  readonly city: { readonly id: number }
}

test('S28: cities/add adds a city of the shipped list by name, once', async () => {
  const before = await api.app.inject('/api/weather/current?city=Tokyo')
  expect(before.json()).toMatchObject({ kind: 'unknown-city' })
  const added = await post('/add/', { name: 'tôkyo' })
  expect([added.statusCode, added.json()]).toMatchObject([
    201,
    {
      message: 'City added',
      city: {
        id: 1850147,
        name: 'Tokyo',
        country: 'JP',
        timezone: 'Asia/Tokyo',
        is_active: true,
        created_at: expect.any(String),
        last_refresh: { freshness: 'no_data', outcome: null },
      },
    },
  ])
  const again = await post('', { geonames_id: 1850147 })
  expect([again.statusCode, again.json()]).toMatchObject([
    200,
    { message: 'City already exists', city: { id: 1850147 } },
  ])
  const after = await api.app.inject('/api/weather/current?city=Tokyo')
  expect(after.json()).toMatchObject({ kind: 'no-data-yet' })
})

test('E18: adding a name that two places have is a 409 that lists both, with a country it is one', async () => {
  const answer = await post('', { name: 'London' })
  expect([answer.statusCode, answer.json()]).toMatchObject([
    409,
    { kind: 'ambiguous-city', candidates: [{ country: 'GB' }, { country: 'CA' }] },
  ])
  const one = await post('', { name: 'London', country: 'gb' })
  expect([one.statusCode, one.json()]).toMatchObject([200, { city: { id: LONDON.id } }])
})

const HAMLET = {
  name: 'Øvre Årdal',
  country: 'NO',
  latitude: 61.31,
  longitude: 7.8,
  timezone: 'Europe/Oslo',
}

test('a place that no list has gets an id of ours, also when many add it at once', async () => {
  const answers = await Promise.all([post('', HAMLET), post('', HAMLET), post('/add', HAMLET)])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 201])
  const ids = new Set(answers.map((answer) => answer.json<Changed>().city.id))
  expect([...ids]).toEqual([2_000_000_000])
  const far = await post('', { ...HAMLET, latitude: 62.5 })
  expect([far.statusCode, far.json()]).toMatchObject([201, { city: { id: 2_000_000_001 } }])
  const found = await api.app.inject('/api/weather/cities/search?q=ovre')
  expect(found.json<{ cities: unknown[] }>().cities).toHaveLength(2)
})

test('a place where the shipped list has the name is that city; a GeoNames id of no list is kept', async () => {
  const oslo = await post('', { name: 'Oslo', latitude: 59.91, longitude: 10.75 })
  expect([oslo.statusCode, oslo.json()]).toMatchObject([201, { city: { id: 3143244 } }])
  const known = await post('', { ...HAMLET, name: 'Flåm', geonames_id: 3156534 })
  expect([known.statusCode, known.json()]).toMatchObject([201, { city: { id: 3156534 } }])
})

test('coordinates alone are the nearest known place, with how far it is, in the country that is named', async () => {
  const bergen = { latitude: 60.4, longitude: 5.4 }
  const added = await post('', bergen)
  expect([added.statusCode, added.json()]).toMatchObject([
    201,
    { message: 'City added', city: { id: 3161732, name: 'Bergen', timezone: 'Europe/Oslo' } },
  ])
  expect(added.json<{ distance_km: number }>().distance_km).toBeCloseTo(4.2, 0)
  const again = await post('/add', bergen)
  expect([again.statusCode, again.json()]).toMatchObject([
    200,
    { message: 'City already exists', city: { id: 3161732 } },
  ])
  // Between El Paso and Ciudad Juárez, nearer to the former.
  const border = { latitude: 31.745, longitude: -106.487 }
  expect((await post('', border)).json()).toMatchObject({ city: { country: 'US' } })
  expect((await post('', { ...border, country: 'mx' })).json()).toMatchObject({
    city: { country: 'MX' },
  })
})

test('coordinates alone may mean a place of ours, which the shipped list lacks', async () => {
  const own = { ...HAMLET, name: 'Fjærland', latitude: 61.43, longitude: 6.76 }
  const { city } = (await post('', own)).json<Changed>()
  const answer = await post('', { latitude: 61.42, longitude: 6.76 })
  expect([answer.statusCode, answer.json()]).toMatchObject([200, { city: { id: city.id } }])
})

test('coordinates far from every known place are a 404 that says what to give', async () => {
  const answer = await post('', { latitude: -30, longitude: -120 })
  expect([answer.statusCode, answer.json()]).toMatchObject([
    404,
    {
      kind: 'unknown-city',
      detail: expect.stringMatching(/more than 50 km.* say name, country and timezone/),
      suggestions: expect.any(Array) as unknown,
    },
  ])
  const nowhere = await post('', { latitude: 0, longitude: 0, country: 'AQ' })
  expect([nowhere.statusCode, nowhere.json()]).toMatchObject([
    404,
    { detail: expect.stringMatching(/^No place of this country is known/) },
  ])
})

test('a deactivated city is not refreshed, says so, is still read, and is taken up again', async () => {
  const at = new Date('2026-11-22T10:20:00Z')
  await storeConditions(database.db, REYKJAVIK.id, at)
  const dueIds = async () => {
    const due = await nextDue(database.db, {
      scope: { kind: 'list', cityIds: [REYKJAVIK.id] },
      cutoffs: { conditions: null },
      startedAt: api.clock.now,
      after: { triedAtMs: -1, cityId: 0 },
      limit: 10,
    })
    return due.map(({ cityId }) => cityId)
  }
  expect(await dueIds()).toEqual([REYKJAVIK.id])
  for (const already of ['', ' already']) {
    const answer = await post(`/${REYKJAVIK.id}/deactivate/`)
    expect([answer.statusCode, answer.json()]).toMatchObject([
      200,
      { message: `City is left out${already}`, city: { id: REYKJAVIK.id, is_active: false } },
    ])
  }
  expect(await dueIds()).toEqual([])
  const read = await api.app.inject('/api/weather/current?city=Reykjavik')
  expect(read.statusCode).toBe(200)
  const history = await api.app.inject('/api/weather/historical?city=Reykjavik&days=1')
  expect(history.json()).toMatchObject({ city: { is_active: false }, daily: [{ samples: 1 }] })
  const back = await post(`/${REYKJAVIK.id}/reactivate`)
  expect(back.json()).toMatchObject({ message: 'City is kept fresh', city: { is_active: true } })
  expect(await dueIds()).toEqual([REYKJAVIK.id])
})

test('an unknown name is a 404 with names alike of the shipped list', async () => {
  const answer = await post('', { name: 'Kyotto' })
  expect([answer.statusCode, answer.json()]).toMatchObject([
    404,
    { kind: 'unknown-city', suggestions: [{ name: 'Kyoto', country: 'JP' }] },
  ])
})

const PEGGY: City = {
  id: 4718314,
  name: 'Peggy',
  countryCode: 'US',
  latitude: 28.7397,
  longitude: -98.17862,
  timeZone: 'America/Chicago',
  population: null,
  elevationM: 116,
}
const AWAY = Object.assign(new Error('away'), {
  code: GRPC_STATUS.unavailable,
  details: '',
  metadata: {},
})
const HOLLYWOODS = [
  { ...PEGGY, id: 2963748, name: 'Hollywood', countryCode: 'IE' },
  { ...PEGGY, id: 3294957, name: 'Hollywood', countryCode: 'IE' },
]

test('E18: a place that only the gazetteer has is added by name, and the gazetteer asked once', async () => {
  api.temporal.places = {
    kind: 'answered',
    places: [PEGGY, { ...PEGGY, id: 9, name: 'Peggy Sue' }],
  }
  const added = await post('', { name: 'peggy ', country: 'us' })
  expect([added.statusCode, added.json()]).toMatchObject([
    201,
    { city: { id: 4718314, name: 'Peggy', timezone: 'America/Chicago' } },
  ])
  expect(api.temporal.placesAsked).toEqual([{ name: 'peggy', countryCode: 'US' }])
  const again = await post('', { name: 'Peggy', country: 'US' })
  expect([again.statusCode, again.json()]).toMatchObject([200, { city: { id: 4718314 } }])
  expect(api.temporal.placesAsked).toHaveLength(1)
})

test('E18: of places of one name that only the gazetteer has each is added by its id', async () => {
  api.temporal.places = { kind: 'answered', places: HOLLYWOODS }
  const answer = await post('', { name: 'Hollywood', country: 'IE' })
  expect([answer.statusCode, answer.json()]).toMatchObject([
    409,
    { kind: 'ambiguous-city', candidates: [{ id: 2963748 }, { id: 3294957 }] },
  ])
  const chosen = await post('', { geonames_id: 3294957 })
  expect([chosen.statusCode, chosen.json()]).toMatchObject([201, { city: { id: 3294957 } }])
})

test('a name that no one has costs one call, and names alike are suggested', async () => {
  api.temporal.places = { kind: 'answered', places: HOLLYWOODS }
  for (const _ of [1, 2]) {
    const answer = await post('', { name: 'Hollywoodland' })
    expect(answer.json()).toMatchObject({
      kind: 'unknown-city',
      detail: expect.stringContaining('latitude, longitude and timezone'),
      suggestions: expect.arrayContaining([expect.objectContaining({ id: 2963748 })]) as unknown,
    })
  }
  expect(api.temporal.placesAsked).toHaveLength(1)
})

test('a place that gazetteer and shipped list both have is suggested once', async () => {
  const kyoto = { ...PEGGY, id: 1857910, name: 'Kyoto', countryCode: 'JP' }
  api.temporal.places = { kind: 'answered', places: [kyoto] }
  const answer = await post('', { name: 'Kyotto', country: 'JP' })
  const { suggestions } = answer.json<{ suggestions: { id: number }[] }>()
  expect(suggestions.filter(({ id }) => id === kyoto.id)).toHaveLength(1)
})

test.each([
  [8, { places: { kind: 'unanswered', reason: 'quota-exhausted', message: 'the day is spent' } }],
  [9, { error: AWAY }],
] as const)(
  'where the gazetteer does not answer, that is said, and asked again (%i)',
  async (id, failing) => {
    Object.assign(api.temporal, failing)
    const name = `Nirgendwo ${id}`
    const answer = await post('', { name })
    expect([answer.statusCode, answer.json()]).toMatchObject([
      404,
      {
        kind: 'unknown-city',
        detail: expect.stringMatching(/could not be asked: (the day|no worker)/),
      },
    ])
    delete api.temporal.error
    api.temporal.places = { kind: 'answered', places: [{ ...PEGGY, id, name }] }
    expect((await post('', { name })).statusCode).toBe(201)
  },
)

test.each([
  [{}, 'name'],
  [{ name: '…' }, 'name'],
  [{ name: 'X', latitude: 1 }, 'latitude'],
  [{ longitude: 1 }, 'latitude'],
  [{ latitude: 1, longitude: 1, timezone: 'Europe/Oslo' }, 'name'],
  [{ name: 'Xx', latitude: 1, longitude: 1 }, 'country'],
  [{ ...HAMLET, timezone: undefined }, 'timezone'],
  [{ ...HAMLET, timezone: '+05:00' }, 'timezone'],
  [{ ...HAMLET, country: 'ZZ' }, 'country'],
  [{ ...HAMLET, latitude: 91 }, 'latitude'],
  [{ geonames_id: 2_000_000_000 }, 'geonames_id'],
  [{ citys: 'Rome' }, 'citys'],
])('adding %j is refused, and the field named', async (body, field) => {
  const answer = await post('', body)
  expect([answer.statusCode, answer.json()]).toMatchObject([400, { errors: [{ field }] }])
})

test('what is not there can neither be added by its number alone nor deactivated', async () => {
  for (const answer of [await post('', { geonames_id: 7 }), await post('/7/deactivate')]) {
    expect([answer.statusCode, answer.json()]).toMatchObject([404, { kind: 'unknown-city' }])
  }
})

test('a promise by hand is kept with its city, and taken back', async () => {
  const url = `/api/weather/cities/${LONDON.id}/promise`
  const put = (payload: object) => api.app.inject({ method: 'PUT', url, payload })
  const promised = await put({ minutes: 30 })
  expect([promised.statusCode, promised.json()]).toMatchObject([
    200,
    { message: 'Promised within 30 minutes', city: { id: LONDON.id, promised_minutes: 30 } },
  ])
  expect((await put({ minutes: 31 })).statusCode).toBe(400)
  const back = await api.app.inject({ method: 'DELETE', url })
  expect(back.json()).toMatchObject({ city: { promised_minutes: null } })
  const unknown = await api.app.inject({ method: 'DELETE', url: '/api/weather/cities/999/promise' })
  expect(unknown.statusCode).toBe(404)
})
