import { beforeAll, describe, expect, it } from 'vitest'
import { revokeToken } from '../../db/queries/api-tokens.ts'
import { NOW } from '../../test/support/api/test-api.ts'
import { bearer, createToken } from '../../test/support/data/api-tokens.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { TOKEN_CACHE_SECONDS } from '../readers/token-store.ts'

const URL = '/api/weather/session'

const database = withTestDatabase()
const api = withTestApi({ database, tokens: 'stored', settings: { trustedProxies: ['127.0.0.1'] } })
const open = withTestApi()
let token: string

beforeAll(async () => {
  token = await createToken(database.db, 'operate', { name: 'night shift' })
})

const signIn = (headers: Record<string, string> = {}) =>
  api.app.inject({ method: 'POST', url: URL, headers: { ...bearer(token), ...headers } })

const cookieOf = ({ headers }: Awaited<ReturnType<typeof signIn>>): string =>
  String(headers['set-cookie'])

describe('the session of a browser', () => {
  it('begins with a token, in a cookie that no script reads and no other site sends', async () => {
    const answer = await signIn()
    expect(answer.json()).toEqual({
      caller: { name: 'night shift', role: 'operate' },
      mode: 'live',
      server_time: NOW.toISOString(),
    })
    expect(cookieOf(answer)).toBe(
      `weather247_session=${token}; Path=/api/weather; HttpOnly; SameSite=Strict`,
    )
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.body).not.toContain(token)
  })

  it('is for TLS alone where the browser came by it', async () => {
    expect(cookieOf(await signIn({ 'x-forwarded-proto': 'https' }))).toMatch(/; Secure$/)
  })

  it('asks for what its role may do, and no more', async () => {
    const cookie = cookieOf(await signIn()).split(';')[0] ?? ''
    const asked = { headers: { cookie: `other=1; ${cookie}` } }
    expect((await api.app.inject({ url: URL, ...asked })).json()).toMatchObject({
      caller: { role: 'operate' },
    })
    const read = await api.app.inject({ url: '/api/weather/cities', ...asked })
    expect(read.statusCode).toBe(200)
    const admin = await api.app.inject({
      method: 'POST',
      url: '/api/weather/cache/clear',
      payload: { clear_all: true },
      ...asked,
    })
    expect(admin.json()).toMatchObject({ kind: 'forbidden' })
  })

  it('changes nothing for a page of another site', async () => {
    const cookie = cookieOf(await signIn()).split(';')[0] ?? ''
    const answer = await api.app.inject({
      method: 'POST',
      url: '/api/weather/monitoring/refresh',
      headers: { cookie, 'sec-fetch-site': 'cross-site' },
    })
    expect(answer.json()).toMatchObject({ kind: 'cross-site' })
  })

  it('ends with its token, and when it is ended', async () => {
    const { db } = database
    token = await createToken(db, 'read', { name: 'short' })
    const cookie = cookieOf(await signIn()).split(';')[0] ?? ''
    const ended = await api.app.inject({ method: 'DELETE', url: URL, headers: { cookie } })
    expect(cookieOf(ended)).toContain('weather247_session=; Path=/api/weather')
    expect(cookieOf(ended)).toContain('Max-Age=0')
    await revokeToken(db, 'short', NOW)
    api.clock.now = new Date(NOW.getTime() + (TOKEN_CACHE_SECONDS + 1) * 1000)
    const after = await api.app.inject({ url: URL, headers: { cookie } })
    expect(after.json()).toMatchObject({ caller: null })
    const read = await api.app.inject({ url: '/api/weather/cities', headers: { cookie } })
    expect(read.json()).toMatchObject({ kind: 'unauthenticated' })
  })

  it('is not asked for where there is no token', async () => {
    const found = await open.app.inject({ url: URL, headers: { cookie: 'weather247_session=x' } })
    expect(found.json()).toMatchObject({ caller: { name: 'loopback', role: 'admin' } })
    const begun = await open.app.inject({ method: 'POST', url: URL })
    expect([begun.statusCode, begun.headers['set-cookie']]).toEqual([200, undefined])
  })
})
