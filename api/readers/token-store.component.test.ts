import { expect, test, vi } from 'vitest'
import { apiTokens } from '../../db/schema/index.ts'
import { forgetToken, listTokens, revokeToken } from '../../db/queries/api-tokens.ts'
import { hashOfApiToken } from '../../platform/api-token.ts'
import { createTestApi, NOW } from '../../test/support/api/test-api.ts'
import { bearer, createToken } from '../../test/support/data/api-tokens.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { createTokenStore, TOKEN_CACHE_SECONDS } from './token-store.ts'

/** For a write in the background. */
const WAIT = { timeout: 30_000 }

const database = withTestDatabase()
const api = withTestApi({ database, tokens: 'stored' })

const CITIES = '/api/weather/cities'
const statusOf = async (headers: Record<string, string> = {}) =>
  (await api.app.inject({ url: CITIES, headers })).statusCode
const later = (seconds: number) => {
  api.clock.now = new Date(api.clock.now.getTime() + seconds * 1000)
}

test('the first token closes the API, and the end of the last one does not open it', async () => {
  expect(await statusOf()).toBe(200)
  const token = await createToken(database.db, 'read', { name: 'first' })
  later(TOKEN_CACHE_SECONDS)
  expect(await statusOf()).toBe(401)
  expect(await statusOf(bearer(token))).toBe(200)
  await revokeToken(database.db, 'first', NOW)
  later(TOKEN_CACHE_SECONDS)
  expect([await statusOf(bearer(token)), await statusOf()]).toEqual([401, 401])
  await forgetToken(database.db, 'first')
  later(TOKEN_CACHE_SECONDS)
  expect([await statusOf(bearer(token)), await statusOf()]).toEqual([401, 200])
})

test('a token is looked up once at a time, and then not for seconds', async () => {
  const token = await createToken(database.db, 'read', { name: 'often' })
  const store = createTokenStore({ db: database.db, now: () => NOW, log: { warn: vi.fn() } })
  const select = vi.spyOn(database.db, 'select')
  const hash = hashOfApiToken(token)
  const found = await Promise.all([store.find(hash), store.find(hash)])
  expect([...found, await store.find(hash)].map((one) => one?.name)).toEqual(Array(3).fill('often'))
  expect(select).toHaveBeenCalledTimes(1)
  select.mockRestore()
})

test('the last use is written down, once a minute', async () => {
  const token = await createToken(database.db, 'admin', { name: 'used' })
  const update = vi.spyOn(database.db, 'update')
  const used = async () => {
    const [first] = (await listTokens(database.db)).filter(({ name }) => name === 'used')
    return first?.lastUsedAt ?? null
  }
  later(TOKEN_CACHE_SECONDS)
  const first = api.clock.now
  await statusOf(bearer(token))
  await vi.waitUntil(async () => (await used()) !== null, WAIT)
  later(59)
  await statusOf(bearer(token))
  expect(update).toHaveBeenCalledTimes(1)
  expect(await used()).toEqual(first)
  later(1)
  await statusOf(bearer(token))
  await vi.waitUntil(async () => (await used())?.getTime() === api.clock.now.getTime(), WAIT)
  update.mockRestore()
})

test('a token is stored as its hash alone', async () => {
  const token = await createToken(database.db, 'read', { name: 'hidden' })
  const rows = JSON.stringify(await database.db.select().from(apiTokens))
  expect(rows).not.toContain(token.slice(5))
  expect(rows).toContain(hashOfApiToken(token))
})

test('without the database no one is let in, and the probe still answers', async () => {
  const away = createTestApi({ tokens: 'stored' })
  const token = `w247_${'a'.repeat(43)}`
  for (const headers of [{}, bearer(token)]) {
    const answer = await away.app.inject({ url: CITIES, headers })
    expect(answer.json()).toMatchObject({ status: 503, kind: 'database-unavailable' })
    expect((await away.app.inject({ url: '/livez', headers })).statusCode).toBe(200)
  }
  await away.close()
})

test('where others reach it, and it is not said that they are kept out, a token is needed', async () => {
  await database.db.delete(apiTokens)
  const settings = { isOpenWithoutTokens: false }
  const reachable = createTestApi({ db: database.db, tokens: 'stored', settings })
  const answer = await reachable.app.inject(CITIES)
  expect(answer.json()).toMatchObject({
    status: 401,
    detail: expect.stringMatching(/tokens create/),
  })
  await reachable.close()
})
