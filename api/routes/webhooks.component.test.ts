import { sql } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { notify } from '../../db/queries/notifications.ts'
import { webhooks } from '../../db/schema/index.ts'
import { CHOSEN_TYPES } from '../../domain/notifications/notification.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { NOW } from '../../test/support/api/test-api.ts'

const database = withTestDatabase()
const api = withTestApi({ database })

beforeEach(async () => {
  await database.db.execute(
    sql`truncate webhooks, notifications, webhook_deliveries restart identity`,
  )
  api.temporal.delivered.length = 0
})

async function call(method: 'GET' | 'POST' | 'DELETE', path: string, payload: object = {}) {
  const url = `/api/weather/webhooks${path}`
  const answer = await api.app.inject({ method, url, ...(method === 'POST' && { payload }) })
  return { ...answer.json<Record<string, unknown>>(), code: answer.statusCode }
}

const ON_CALL = { name: 'on-call', url: 'https://hooks.example.org/weather?token=t' }

it('E42: a webhook shows its secret once, and never again', async () => {
  const created = await call('POST', '', ON_CALL)
  expect(created).toMatchObject({
    code: 201,
    ...ON_CALL,
    types: CHOSEN_TYPES,
    active: true,
    pending: 0,
    last_answer: null,
  })
  const { secret } = created as unknown as { secret: string }
  expect(secret).toMatch(/^whsec_/)
  expect(await database.db.select().from(webhooks)).toMatchObject([{ secret }])
  const listed = await call('GET', '')
  expect(listed).toMatchObject({ code: 200, webhooks: [{ id: 1, ...ON_CALL }] })
  expect(JSON.stringify(listed)).not.toContain(secret)
  expect(await call('POST', '', ON_CALL)).toMatchObject({ code: 409, kind: 'webhook-exists' })
})

it.each([
  ['https://127.0.0.1/', 'private network'],
  ['https://169.254.169.254/latest', 'private network'],
  ['https://[::1]/', 'private network'],
  ['http://example.org/', 'not encrypted'],
  ['ftp://example.org/', 'https://'],
  ['nowhere', 'no URL'],
])('E60: a webhook to %s is refused', async (url, why) => {
  expect(await call('POST', '', { ...ON_CALL, url })).toMatchObject({
    code: 400,
    kind: 'invalid-request',
    detail: expect.stringContaining(why) as string,
  })
})

it('a webhook is notified of what it chose, and can be tested', async () => {
  await call('POST', '', { ...ON_CALL, types: ['incident.closed'] })
  const sent = { subject: 'incident/1', at: NOW, data: {} }
  await notify(database.db, [
    { ...sent, type: 'incident.opened' },
    { ...sent, type: 'incident.closed' },
  ])
  expect(await call('POST', '/1/test')).toMatchObject({ code: 202, pending: 2 })
  expect(api.temporal.delivered).toEqual([1])
  expect(await call('GET', '/1/deliveries')).toMatchObject({
    code: 200,
    deliveries: [
      { type: 'webhook.test', subject: 'webhook/1', status: 'pending', attempts: 0 },
      { type: 'incident.closed', subject: 'incident/1', ended_at: null },
    ],
  })
})

it('a webhook that is deleted is sent nothing more', async () => {
  await call('POST', '', ON_CALL)
  expect(await call('DELETE', '/1')).toMatchObject({ code: 200, name: 'on-call' })
  for (const [method, path] of [
    ['DELETE', '/1'],
    ['POST', '/1/test'],
    ['GET', '/1/deliveries'],
  ] as const) {
    expect(await call(method, path)).toMatchObject({ code: 404, kind: 'unknown-webhook' })
  }
})
