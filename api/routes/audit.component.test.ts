import { expect, it, test, vi } from 'vitest'
import { auditEvents } from '../../db/schema/index.ts'
import { createTestApi } from '../../test/support/api/test-api.ts'
import { bearer, createToken } from '../../test/support/data/api-tokens.ts'
import { KNOWN_CITIES } from '../../test/support/data/known-cities.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({ database, tokens: 'stored' })

const PAUSE = '/api/weather/schedules/refresh-all-cities/pause'

const events = () => database.db.select().from(auditEvents).orderBy(auditEvents.id)
const completed = () =>
  vi.waitUntil(
    async () => {
      const all = await events()
      return all.every(({ status }) => status !== null) && all
    },
    { timeout: 30_000 },
  )

it('E60: every change is written down with who, what, from where and how it ended', async () => {
  const operator = await createToken(database.db, 'operate', { name: 'operator' })
  const reader = await createToken(database.db, 'read', { name: 'reader' })
  const admin = await createToken(database.db, 'admin', { name: 'admin' })
  const post = (token: string, url: string) =>
    api.app.inject({ method: 'POST', url, headers: bearer(token) })
  const paused = await post(operator, PAUSE)
  expect(paused.statusCode).toBe(200)
  expect((await post(reader, PAUSE)).statusCode).toBe(403)
  const unknown = await post(operator, PAUSE.replace('refresh-all-cities', 'nothing'))
  expect(unknown.statusCode).toBe(404)
  await completed()

  const ask = async (query: string) =>
    (
      await api.app.inject({ url: `/api/weather/monitoring/audit${query}`, headers: bearer(admin) })
    ).json<{ events: object[]; next_cursor: string | null }>()
  const first = await ask('?limit=1')
  expect(first.events).toMatchObject([{ target: expect.stringMatching(/nothing/), status: 404 }])
  const rest = await ask(`?limit=1&cursor=${first.next_cursor}`)
  expect(rest).toMatchObject({
    next_cursor: null,
    events: [
      {
        caller: 'operator',
        role: 'operate',
        address: '127.0.0.1',
        method: 'POST',
        route: '/api/weather/schedules/:scheduleId/pause',
        target: PAUSE,
        status: 200,
        request_id: paused.headers['x-request-id'],
      },
    ],
  })
})

it('E60: what was changed is written down, and no secret of it', async () => {
  const chief = bearer(await createToken(database.db, 'admin', { name: 'chief' }))
  const send = (method: 'POST' | 'PUT', path: string, payload: object) =>
    api.app.inject({ method, url: `/api/weather${path}`, headers: chief, payload })
  await send('PUT', '/providers/met-norway', { priority: 7 })
  const url = 'https://hooks.example.org/T0/q8Zr4TnB2xWm'
  await send('POST', '/webhooks', { name: 'on-call', url })
  await send('POST', '/schedules/refresh-all-cities/resume', {})
  await completed()
  const answer = await api.app.inject({
    url: '/api/weather/monitoring/audit?limit=3',
    headers: chief,
  })
  expect(answer.json<{ events: { fields: string | null }[] }>().events).toMatchObject([
    { fields: null },
    { fields: '{"name":"on-call","url":"https://hooks.example.org/[secret]"}' },
    { fields: '{"priority":7}' },
  ])
  expect(JSON.stringify(await events())).not.toContain('q8Zr4TnB2xWm')
})

test('what cannot be written down does not happen', async () => {
  const away = createTestApi({ audit: 'stored' })
  const answer = await away.app.inject({ method: 'POST', url: '/api/weather/monitoring/refresh' })
  expect(answer.json()).toMatchObject({ status: 503, kind: 'database-unavailable' })
  expect(answer.json()).toMatchObject({ request_id: answer.headers['x-request-id'] })
  expect(away.temporal.asked).toEqual([])
  await away.close()
})

test('an operator clears the cache of a city, and not all of it', async () => {
  const operator = bearer(await createToken(database.db, 'operate', { name: 'second operator' }))
  const clear = (payload: object) =>
    api.app.inject({ method: 'POST', url: '/api/weather/cache/clear', headers: operator, payload })
  expect((await clear({ city: KNOWN_CITIES[0]?.id })).statusCode).toBe(200)
  const all = await clear({ clear_all: true })
  expect(all.json()).toMatchObject({ status: 403, needed_role: 'admin' })
})
