import { beforeAll, beforeEach, expect, it } from 'vitest'
import { KEY_PREFIX } from '../../cache/keys.ts'
import { saveLatestPlan } from '../../db/queries/latest-plan.ts'
import { refreshStates } from '../../db/schema/index.ts'
import { FLAT_DEMAND } from '../../domain/plan/demand-curve.ts'
import { createTestApi, NOW } from '../../test/support/api/test-api.ts'
import { KNOWN_CITIES, LONDON, REYKJAVIK } from '../../test/support/data/known-cities.ts'
import { storeConditions } from '../../test/support/data/stored-conditions.ts'
import { fixture } from '../../test/support/fixtures/fixture.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { openCountedDatabase } from '../../test/support/services/counted-database.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const counted = fixture(() => openCountedDatabase(database.url))
const api = fixture(() => createTestApi({ db: counted.db }))

const LAYER = { latenessMark: 1, firstMark: 1, urgencyMark: null, sources: [], price: 1e12 }
/** By its promise every city is refreshed once in two hours, however often it is asked for. */
const RULE = {
  atMs: NOW.getTime(),
  tickMinutes: 15,
  seed: 0,
  curve: FLAT_DEMAND,
  cities: 1,
  requests: 0,
  halfLifeHours: 24,
  products: { conditions: { value: 1, leastTicks: 1, tiers: [{ mostTicks: 14 }], layer: LAYER } },
}
const FETCHED = new Date(NOW.getTime() - 10 * 60_000)

beforeAll(async () => {
  for (const { id } of [LONDON, REYKJAVIK]) {
    await storeConditions(database.db, id, FETCHED)
    const confirmed = { conditionsConfirmedAt: FETCHED }
    await database.db
      .insert(refreshStates)
      .values({ cityId: id, ...confirmed })
      .onConflictDoUpdate({ target: refreshStates.cityId, set: confirmed })
  }
  await saveLatestPlan(database.db, { current: RULE, usual: RULE, at: NOW })
})

beforeEach(() => api.cache.clear(KEY_PREFIX))

/** Answers of the API that judge the conditions of London, minutes after they were confirmed. */
async function judgedAfter(minutes: number) {
  api.clock.now = new Date(FETCHED.getTime() + minutes * 60_000)
  const read = async <Body>(path: string) =>
    (await api.app.inject(`/api/weather/${path}`)).json<Body>()
  interface Judged {
    readonly freshness: string
    readonly stale: boolean
  }
  const { freshness, stale } = await read<Judged>(`current/${LONDON.id}`)
  const several = await read<{ cities: Judged[] }>(`multiple?cities=${LONDON.id}`)
  const original = await read<Judged>(`current/${LONDON.id}?compat=1`)
  const city = await read<{ last_refresh: { freshness: string } }>(`cities/${LONDON.id}`)
  const late = await read<{ cities: { id: number }[] }>('cities?late=true')
  return {
    words: [freshness, several.cities[0]?.freshness, city.last_refresh.freshness],
    stale: [stale, several.cities[0]?.stale, original.stale],
    isLate: late.cities.some(({ id }) => id === LONDON.id),
  }
}

it.each([
  [31, 'very_fresh', false],
  [121, 'fresh', false],
  [241, 'stale', true],
  [1_000, 'very_stale', true],
])('after %i minutes every answer judges by the plan of two hours', async (minutes, word, old) => {
  expect(await judgedAfter(minutes)).toEqual({
    words: [word, word, word],
    stale: [old, old, old],
    isLate: old,
  })
})

it('caches in between may answer until the plan has the city due', async () => {
  api.clock.now = new Date(FETCHED.getTime() + 31 * 60_000)
  const { headers } = await api.app.inject(`/api/weather/current/${LONDON.id}`)
  expect(headers['cache-control']).toContain(`max-age=${(120 - 31) * 60},`)
})

it('a refresh of what is stale is not started for what the plan has not due', async () => {
  const ask = async (minutes: number) => {
    api.clock.now = new Date(FETCHED.getTime() + minutes * 60_000)
    await api.app.inject(`/api/weather/current/${LONDON.id}?refresh=if-stale`)
    return api.temporal.asked.length
  }
  expect([await ask(31), await ask(239)]).toEqual([0, 0])
  expect(await ask(242)).toBe(1)
})

it('the plan is read once for all cities, and what it says of a city once', async () => {
  api.clock.now = NOW
  const ask = (id: number) => api.app.inject(`/api/weather/current/${id}`)
  await ask(REYKJAVIK.id)
  api.clock.now = new Date(NOW.getTime() + 1_000)
  counted.taken()
  await ask(REYKJAVIK.id)
  expect(counted.taken().filter((one) => !/^\s*insert/.test(one))).toEqual([])
})
