import { beforeAll, expect, it, test } from 'vitest'
import { revokeToken } from '../db/queries/api-tokens.ts'
import { newApiToken } from '../platform/api-token.ts'
import { NOW } from '../test/support/api/test-api.ts'
import { filled, routesOf, type Route } from '../test/support/api/routes.ts'
import { bearer, createToken } from '../test/support/data/api-tokens.ts'
import { withTestApi } from '../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../test/support/fixtures/with-test-database.ts'

const database = withTestDatabase()
const api = withTestApi({ database, tokens: 'stored' })
const tokens = new Map<string, string>()
let routes: readonly Route[]

/** A browser's cookie begins and ends here, and nothing else. */
const SESSION = '/api/weather/session'

/** What was let in ends here: no handler runs. */
const LET_IN = 299

beforeAll(async () => {
  const { db } = database
  for (const role of ['read', 'operate', 'admin'] as const) {
    tokens.set(role, await createToken(db, role))
  }
  tokens.set('expired', await createToken(db, 'admin', { name: 'expired', expiresAt: NOW }))
  tokens.set('revoked', await createToken(db, 'admin', { name: 'revoked' }))
  await revokeToken(db, 'revoked', NOW)
  tokens.set('unknown', newApiToken())
  tokens.set('malformed', 'w247_1')
  tokens.set('empty', '')
  routes = routesOf(api.app)
  api.app.addHook('preValidation', async (_request, reply) => reply.code(LET_IN).send())
  await api.app.ready()
})

/** Which callers each route lets in; all others get 403 with a token, 401 without one that holds. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  read: ['read', 'operate', 'admin'],
  operate: ['operate', 'admin'],
  admin: ['admin'],
}
const STRANGERS = ['anonymous', 'expired', 'revoked', 'unknown', 'malformed', 'empty']

const ask = ({ method, url }: Route, caller: string) =>
  api.app.inject({
    method: method as 'GET',
    url: filled(url, '1'),
    headers: caller === 'anonymous' ? {} : bearer(tokens.get(caller) ?? ''),
  })

it.each([...STRANGERS, 'read', 'operate', 'admin'])(
  'E60: every route answers the caller %s by its role',
  async (caller) => {
    expect(routes.length).toBeGreaterThan(30)
    for (const route of routes) {
      const { statusCode, headers } = await ask(route, caller)
      const asked = `${route.method} ${route.url}`
      const isLetIn = route.role === 'open' || MAY[route.role ?? '']?.includes(caller) === true
      const refused = STRANGERS.includes(caller) ? 401 : 403
      expect([asked, statusCode]).toEqual([asked, isLetIn ? LET_IN : refused])
      expect([asked, 'www-authenticate' in headers]).toEqual([asked, !isLetIn])
    }
  },
)

it('E60: what changes something is for those who may operate', () => {
  const changing = routes.filter(
    ({ method, url }) => !['GET', 'HEAD', 'OPTIONS'].includes(method) && url !== SESSION,
  )
  expect(changing.length).toBeGreaterThan(5)
  for (const { url, role } of changing) {
    expect([url, role]).toEqual([url, expect.stringMatching(/^(operate|admin)$/)])
  }
})

/** What a form, or a script without asking first, may send across sites. */
const FORM_TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=b',
]

it.each(FORM_TYPES)('E60: nothing changes by %s, with a body or without', async (type) => {
  const changing = routes.filter(({ method }) => !['GET', 'HEAD', 'OPTIONS'].includes(method))
  for (const { method, url } of changing) {
    const asked = `${method} ${url}`
    const send = (contentType?: string, payload?: string) =>
      api.app.inject({
        method: method as 'POST',
        url: filled(url, '1'),
        headers: {
          ...bearer(tokens.get('admin') ?? ''),
          ...(contentType !== undefined && { 'content-type': contentType }),
        },
        ...(payload !== undefined && { payload }),
      })
    for (const payload of ['{}', undefined]) {
      const answer = await send(type, payload)
      expect([asked, answer.statusCode]).toEqual([asked, 415])
      expect(answer.json()).toMatchObject({ kind: 'invalid-request' })
    }
    // As `curl -X POST` without a body is.
    expect([asked, (await send()).statusCode]).toEqual([asked, LET_IN])
    expect([asked, (await send('application/json', '{}')).statusCode]).toEqual([asked, LET_IN])
  }
})

it('E60: who has access, where data are sent, which providers serve, and ending by force are for admins', () => {
  const forAdmins = routes.filter(({ role, method }) => role === 'admin' && method !== 'HEAD')
  expect(forAdmins.map(({ method, url }) => `${method} ${url}`).sort()).toEqual([
    'DELETE /api/weather/providers/:providerId',
    'DELETE /api/weather/providers/:providerId/delete',
    'DELETE /api/weather/webhooks/:webhookId',
    'GET /api/weather/monitoring/audit',
    'GET /api/weather/monitoring/tokens',
    'GET /api/weather/webhooks',
    'GET /api/weather/webhooks/:webhookId/deliveries',
    'POST /api/weather/monitoring/task/:taskId/terminate',
    'POST /api/weather/providers',
    'POST /api/weather/providers/create',
    'POST /api/weather/webhooks',
    'POST /api/weather/webhooks/:webhookId/test',
    'PUT /api/weather/providers/:providerId',
  ])
})

it('E60: open are the probes, the status and the description of the API alone', () => {
  const open = routes.filter(({ role, url }) => role === 'open' && !url.startsWith('/docs'))
  expect([...new Set(open.map(({ url }) => url))].sort()).toEqual([
    '/api/weather/health',
    '/api/weather/monitoring/health',
    SESSION,
    '/livez',
    '/problems/:kind',
    '/readyz',
  ])
})

test('a refusal says what is missing, and shows no token', async () => {
  const route = { method: 'POST', url: '/api/weather/cache/clear', role: undefined, query: [] }
  const none = await ask(route, 'anonymous')
  expect(none.json()).toMatchObject({ status: 401, kind: 'unauthenticated' })
  expect(none.headers['www-authenticate']).toBe('Bearer realm="weather247"')
  const expired = await ask(route, 'expired')
  expect(expired.json()).toMatchObject({ detail: expect.stringContaining('expired at') })
  expect(expired.headers['www-authenticate']).toContain('error="invalid_token"')
  const reader = await ask(route, 'read')
  const missing = { status: 403, kind: 'forbidden', needed_role: 'operate' }
  expect(reader.json()).toMatchObject(missing)
  for (const [caller, token] of tokens) {
    const { body, headers } = await ask(route, caller)
    if (token !== '') expect(body + JSON.stringify(headers)).not.toContain(token)
  }
})
