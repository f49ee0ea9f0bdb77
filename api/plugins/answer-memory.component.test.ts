import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeEach, describe, expect, test } from 'vitest'
import { latestConditions } from '../../db/schema/index.ts'
import { createTestApi, NOW } from '../../test/support/api/test-api.ts'
import { bearer, createToken } from '../../test/support/data/api-tokens.ts'
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

describe('before the framework', () => {
  const listening = async (options: Parameters<typeof createTestApi>[0] = {}) => {
    const own = createTestApi({ db: database.db, ...options })
    let checks = 0
    own.app.addHook('onRequest', async () => void (checks += 1))
    const address = await own.app.listen({ host: '127.0.0.1', port: 0 })
    return {
      ...own,
      get: (headers: Record<string, string> = {}) => fetch(address + url, { headers }),
      /** That the framework has made. */
      checks: () => checks,
    }
  }

  test('an admitted answer is the same again, but for its id, and reaches no check', async () => {
    const own = await listening()
    const [first, again] = [await own.get(), await own.get()]
    expect([first.status, again.status, own.checks()]).toEqual([200, 200, 1])
    expect(await again.text()).toBe(await first.text())
    const headersOf = ({ headers }: Response) => {
      const { 'x-request-id': id, date: _, ...others } = Object.fromEntries(headers)
      return { id, others }
    }
    expect(headersOf(again).others).toEqual(headersOf(first).others)
    expect(headersOf(again).id).not.toBe(headersOf(first).id)
    await own.close()
  })

  test.each([
    ['a token that does not hold', { authorization: 'Bearer w247_unknown' }, 401],
    ['a condition', { 'if-none-match': '*' }, 304],
  ])('%s is decided on by itself', async (_, headers, status) => {
    const own = await listening()
    expect((await own.get()).status).toBe(200)
    expect((await own.get(headers)).status).toBe(status)
    await own.close()
  })

  test('a strange host is decided on by itself', async () => {
    const own = await listening()
    expect((await own.get()).status).toBe(200)
    const { port } = own.app.server.address() as AddressInfo
    const asked = request({ port, path: url, headers: { host: 'rebound.example' } }).end()
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    expect(answer.statusCode).toBe(421)
    answer.resume()
    await own.close()
  })

  test('once it closes, nothing is answered from memory', async () => {
    const own = await listening()
    await own.get()
    const closed = own.close()
    await expect.poll(async () => (await own.get()).status, { interval: 10 }).toBe(503)
    await closed
  })

  test('callers under a limit are counted one by one', async () => {
    const own = await listening({
      settings: { rateLimits: { perAddress: 2, perToken: 9 } },
    })
    own.app.server.on('connection', (socket) => {
      Object.defineProperty(socket, 'remoteAddress', { value: '192.0.2.1' })
    })
    const statuses = []
    for (let at = 0; at < 3; at++) {
      statuses.push((await own.get()).status)
    }
    await own.close()
    expect(statuses).toEqual([200, 200, 429])
  })

  test('what a token was shown is not shown to others', async () => {
    const own = await listening({ tokens: 'stored' })
    const headers = bearer(await createToken(database.db, 'read', { name: 'reader' }))
    for (const status of [200, 200]) expect((await own.get(headers)).status).toBe(status)
    expect((await own.get()).status).toBe(401)
    await own.close()
  })
})
