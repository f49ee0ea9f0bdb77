import { beforeEach, expect, test } from 'vitest'
import { latestConditions } from '../../db/schema/index.ts'
import { NOW } from '../../test/support/api/test-api.ts'
import { LONDON } from '../../test/support/data/known-cities.ts'
import { storeConditions } from '../../test/support/data/stored-conditions.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'

const database = withTestDatabase({ cities: [LONDON] })
const api = withTestApi({ database })

const url = `/api/weather/current/${LONDON.id}`
const ask = (headers: Record<string, string> = {}) => api.app.inject({ url, headers })

/** A second of its own for each test: the memory goes on from one to the next. */
let second = NOW.getTime()

beforeEach(async () => {
  second += 10_000
  api.clock.now = new Date(second)
  await api.cache.clear('')
  await database.db.delete(latestConditions)
  await storeConditions(database.db, LONDON.id, api.clock.now)
})

test('an answer is given again within its second, and not after it', async () => {
  const first = await ask()
  await api.cache.clear('')
  await database.db.delete(latestConditions)
  const again = await ask()
  expect(again.statusCode).toBe(200)
  expect(again.body).toBe(first.body)
  for (const name of ['content-type', 'etag', 'cache-control', 'vary', 'last-modified']) {
    expect(again.headers[name], name).toBe(first.headers[name])
  }
  api.clock.now = new Date(second + 1000)
  expect((await ask()).statusCode).toBe(404)
})

test('a read that is answered from memory counts as one', async () => {
  await api.app.inject({ url })
  await api.app.inject({ url })
  const stats = await api.app.inject({ url: '/api/weather/cache/stats' })
  const { usage } = stats.json<{ usage: { kind: string; hits: number; misses: number }[] }>()
  const counted = usage.filter(({ hits }) => hits > 0).map(({ kind }) => kind)
  expect(counted.sort()).toEqual(['city', 'conditions'])
})

test('a request with a condition gets its own answer', async () => {
  const { headers } = await ask()
  expect((await ask({ 'if-none-match': String(headers.etag) })).statusCode).toBe(304)
})

test('a refusal is not remembered', async () => {
  await database.db.delete(latestConditions)
  expect((await ask()).statusCode).toBe(404)
  await storeConditions(database.db, LONDON.id, new Date(second + 1))
  expect((await ask()).statusCode).toBe(200)
})
