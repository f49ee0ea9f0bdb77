import { expect, it, test } from 'vitest'
import { createTestApi } from '../../test/support/api/test-api.ts'
import { bearer, createToken } from '../../test/support/data/api-tokens.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'

const database = withTestDatabase()
const ORIGIN = 'https://pages.example'
const CITIES = '/api/weather/cities'
const api = withTestApi({
  database,
  tokens: 'stored',
  settings: {
    rateLimits: { perAddress: 6, perToken: 2 },
    corsOrigins: [ORIGIN],
    trustedProxies: ['127.0.0.1'],
  },
})

const ask = (address: string, headers: Record<string, string> = {}, url = CITIES) =>
  api.app.inject({ url, headers: { 'x-forwarded-for': address, ...headers } })

it('E60: each token and each address has its limit, and says when to come back', async () => {
  const one = bearer(await createToken(database.db, 'read', { name: 'one' }))
  const other = bearer(await createToken(database.db, 'read', { name: 'other' }))
  const first = await ask('192.0.2.1', one)
  expect(first.statusCode, first.body).toBe(200)
  expect(first.headers).toMatchObject({ 'ratelimit-limit': '2', 'ratelimit-remaining': '1' })
  await ask('192.0.2.2', one)
  const third = await ask('192.0.2.3', one)
  expect(third.json()).toMatchObject({ status: 429, kind: 'rate-limited' })
  expect(Number(third.headers['retry-after'])).toBeGreaterThan(0)
  expect((await ask('192.0.2.3', other)).statusCode).toBe(200)

  const guesses = []
  for (let guess = 0; guess < 7; guess++) guesses.push((await ask('192.0.2.9')).statusCode)
  expect(guesses).toEqual([401, 401, 401, 401, 401, 401, 429])
  expect((await ask('192.0.2.9', {}, '/livez')).statusCode).toBe(200)
})

it('E60: CORS is open to the listed origins, and closed to others', async () => {
  const preflight = (origin: string) =>
    api.app.inject({
      method: 'OPTIONS',
      url: '/api/weather/cache/clear',
      headers: { origin, 'access-control-request-method': 'POST' },
    })
  const open = await preflight(ORIGIN)
  expect([open.statusCode, open.headers['access-control-allow-origin']]).toEqual([204, ORIGIN])
  expect(open.headers).not.toHaveProperty('access-control-allow-credentials')
  const closed = await preflight('https://evil.example')
  expect(closed.headers['access-control-allow-origin']).not.toBe('https://evil.example')
  const post = await api.app.inject({
    method: 'POST',
    url: '/api/weather/cache/clear',
    headers: { origin: ORIGIN, 'x-forwarded-for': '192.0.2.8' },
  })
  expect(post.json()).toMatchObject({ kind: 'unauthenticated' })
  // Without the header the page would see no reason, only that it failed.
  expect(post.headers['access-control-allow-origin']).toBe(ORIGIN)
})

it('E60: addresses of one IPv6 network share a limit, and other networks have their own', async () => {
  const askFrom = async (address: string) => (await ask(address)).statusCode
  for (let host = 1; host <= 6; host++) {
    expect(await askFrom(`2001:db8:0:1::${host}`)).toBe(401)
  }
  expect(await askFrom('2001:db8:0:1:ffff::1')).toBe(429)
  expect(await askFrom('2001:db8:0:2::1')).toBe(401)
})

test('the page at /docs loads nothing that the content security policy forbids', async () => {
  const plain = createTestApi()
  const page = await plain.app.inject('/docs')
  expect(page.statusCode).toBe(200)
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  expect(page.headers).not.toHaveProperty('access-control-allow-origin')
  expect(page.body).not.toMatch(/<style|style=|<script(?![^>]*src=)|(src|href)="https?:/)
  const other = await plain.app.inject({ url: '/livez', headers: { origin: ORIGIN } })
  expect(other.headers).not.toHaveProperty('access-control-allow-origin')
  await plain.close()
})

test('a forwarded address counts only from a trusted proxy', async () => {
  const plain = createTestApi({
    db: database.db,
    tokens: 'stored',
    settings: { rateLimits: { perAddress: 1, perToken: 9 } },
  })
  const statuses = []
  for (const address of ['192.0.2.1', '192.0.2.2']) {
    const headers = { 'x-forwarded-for': address }
    statuses.push((await plain.app.inject({ url: CITIES, headers })).statusCode)
  }
  expect(statuses).toEqual([401, 429])
  await plain.close()
})

test('a client behind a trusted proxy is not of this machine, and needs a token', async () => {
  const open = createTestApi({ settings: { trustedProxies: ['127.0.0.1'] } })
  const ask = async (address: string) =>
    (await open.app.inject({ url: '/', headers: { 'x-forwarded-for': address } })).statusCode
  expect([await ask('203.0.113.9'), await ask('127.0.0.1')]).toEqual([401, 200])
  await open.close()
})
