import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { openDatabase } from '../db/client.ts'
import { withTestApi } from '../test/support/fixtures/with-test-api.ts'
import { listening } from '../test/support/api/raw-http.ts'
import { createTestApi } from '../test/support/api/test-api.ts'

const live = withTestApi({ settings: { webUiUrl: 'http://127.0.0.1:8233' } })
const demo = withTestApi({ settings: { mode: 'demo' } })

const ROOT = {
  name: 'Weather247',
  mode: 'live',
  links: {
    dashboard: null,
    docs: '/docs',
    cities: '/api/weather/cities',
    current: '/api/weather/current?city=Reykjavik',
    schedules: '/api/weather/schedules',
    quota: '/api/weather/monitoring/quota',
    attribution: '/api/weather/attribution',
    analytics: '/api/weather/analytics/dashboard',
    metrics: '/metrics',
    ready: '/readyz',
    web_ui: 'http://127.0.0.1:8233',
  },
}

test('the root says where things are', async () => {
  const answer = await live.app.inject('/')
  expect([answer.statusCode, answer.json()]).toEqual([200, ROOT])
})

test('every answer of the demo is marked, also the refusals', async () => {
  const root = await demo.app.inject('/')
  expect(root.json()).toEqual({
    ...ROOT,
    mode: 'demo',
    simulated: true,
    links: { ...ROOT.links, web_ui: null },
  })
  for (const url of ['/', '/livez', '/nowhere', '/docs/json']) {
    expect((await demo.app.inject(url)).headers['x-weather247-data']).toBe('simulated')
  }
  expect((await demo.app.inject('/nowhere')).json()).not.toHaveProperty('simulated')
  expect((await demo.app.inject('/docs')).body).toContain('simulated data')
})

test('an unknown address is a problem', async () => {
  const answer = await live.app.inject({ method: 'PUT', url: '/nowhere?key=1' })
  expect(answer.statusCode).toBe(404)
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(answer.json()).toEqual({
    type: 'urn:weather247:problem:not-found',
    title: 'There is nothing at this address',
    status: 404,
    detail: 'PUT /nowhere is not part of this API; see /docs.',
    instance: '/nowhere',
    kind: 'not-found',
  })
})

test.each([
  ['text/plain', 'all', 415],
  ['application/json', '{"cities":', 400],
  ['application/json', '{"__proto__":{}}', 400],
  ['application/json', `"${'x'.repeat(70_000)}"`, 413],
])('a body of %s that cannot be read is refused', async (type, payload, status) => {
  const answer = await live.app.inject({
    method: 'POST',
    url: '/api/weather/monitoring/refresh',
    headers: { 'content-type': type },
    payload,
  })
  expect(answer.statusCode).toBe(status)
  expect(answer.json()).toMatchObject({ kind: 'invalid-request', status })
})

test('a failure inside stays inside', async () => {
  const lines: Record<string, unknown>[] = []
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as never) })
  const api = createTestApi({ log })
  api.temporal.error = new Error('password is hunter2')
  const answer = await api.app.inject('/api/weather/monitoring/task/1')
  await api.close()
  expect(answer.statusCode).toBe(500)
  const { request_id: id, ...problem } = answer.json<{ request_id: string }>()
  expect(problem).toMatchObject({ kind: 'internal' })
  expect(answer.body).not.toContain('hunter2')
  const failure = lines.find((line) => line['request_id'] === id)
  expect(failure).toMatchObject({ err: { message: 'password is hunter2' } })
})

test('an unavailable database is a transient problem', async () => {
  const answer = await live.app.inject('/api/weather/cities')
  expect(answer.statusCode).toBe(503)
  expect(answer.json()).toMatchObject({ kind: 'database-unavailable' })
})

test('what hangs behind the API does not hang before it', async () => {
  const silent = createServer()
  silent.listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  const client = openDatabase({ url: `postgres://127.0.0.1:${port}/none`, poolSize: 1 })
  const api = createTestApi({ db: client.db, limits: { handlerMs: 100 } })
  const base = `http://127.0.0.1:${await listening(api.app)}/api/weather/cities`
  const body = JSON.stringify({ name: 'Kyoto' })
  const headers = { 'content-type': 'application/json' }
  for (const request of [{}, { method: 'POST', headers, body }]) {
    const answer = await fetch(base, request)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(await answer.json()).toMatchObject({ kind: 'answer-late' })
  }
  await api.app.close()
  silent.close()
  await client.close()
})

test('the description names every route and its problems', async () => {
  const { paths, info } = (await live.app.inject('/docs/json')).json<{
    info: { title: string }
    paths: Record<string, Record<string, { responses: object }>>
  }>()
  expect(info.title).toBe('Weather247')
  expect(Object.keys(paths).sort()).toEqual([
    '/',
    '/api/weather/air-quality',
    '/api/weather/air-quality/{cityId}',
    '/api/weather/analytics/cities/{cityId}',
    '/api/weather/analytics/dashboard',
    '/api/weather/analytics/health-check',
    '/api/weather/analytics/health-report',
    '/api/weather/analytics/objectives',
    '/api/weather/attribution',
    '/api/weather/bulk-health-check',
    '/api/weather/cache/clear',
    '/api/weather/cache/stats',
    '/api/weather/cities',
    '/api/weather/cities/add',
    '/api/weather/cities/map',
    '/api/weather/cities/map/ages',
    '/api/weather/cities/map/latest',
    '/api/weather/cities/nearest',
    '/api/weather/cities/search',
    '/api/weather/cities/{cityId}',
    '/api/weather/cities/{cityId}/deactivate',
    '/api/weather/cities/{cityId}/explain',
    '/api/weather/cities/{cityId}/promise',
    '/api/weather/cities/{cityId}/reactivate',
    '/api/weather/compare',
    '/api/weather/cost-analysis',
    '/api/weather/current',
    '/api/weather/current/{cityId}',
    '/api/weather/dashboard',
    '/api/weather/disagreements',
    '/api/weather/failovers',
    '/api/weather/failovers/{incidentId}/resolve',
    '/api/weather/forecast',
    '/api/weather/forecast/{cityId}',
    '/api/weather/health',
    '/api/weather/historical',
    '/api/weather/historical/{cityId}',
    '/api/weather/incidents',
    '/api/weather/incidents/{incidentId}',
    '/api/weather/incidents/{incidentId}/close',
    '/api/weather/latest-alerts',
    '/api/weather/monitoring/alerts',
    '/api/weather/monitoring/alerts/{alertId}/acknowledge',
    '/api/weather/monitoring/alerts/{alertId}/resolve',
    '/api/weather/monitoring/audit',
    '/api/weather/monitoring/dashboard',
    '/api/weather/monitoring/events',
    '/api/weather/monitoring/health',
    '/api/weather/monitoring/plan',
    '/api/weather/monitoring/queues',
    '/api/weather/monitoring/quota',
    '/api/weather/monitoring/refresh',
    '/api/weather/monitoring/settings',
    '/api/weather/monitoring/task/{taskId}',
    '/api/weather/monitoring/task/{taskId}/cancel',
    '/api/weather/monitoring/task/{taskId}/events',
    '/api/weather/monitoring/task/{taskId}/terminate',
    '/api/weather/monitoring/tasks',
    '/api/weather/monitoring/tokens',
    '/api/weather/multiple',
    '/api/weather/providers',
    '/api/weather/providers/create',
    '/api/weather/providers/usage',
    '/api/weather/providers/{providerId}',
    '/api/weather/providers/{providerId}/delete',
    '/api/weather/providers/{providerId}/health',
    '/api/weather/providers/{providerId}/stats',
    '/api/weather/providers/{providerId}/test',
    '/api/weather/real-time-status',
    '/api/weather/refresh',
    '/api/weather/scheduler/start',
    '/api/weather/scheduler/status',
    '/api/weather/scheduler/stop',
    '/api/weather/schedules',
    '/api/weather/schedules/{scheduleId}',
    '/api/weather/schedules/{scheduleId}/pause',
    '/api/weather/schedules/{scheduleId}/resume',
    '/api/weather/schedules/{scheduleId}/trigger',
    '/api/weather/session',
    '/api/weather/system-health',
    '/api/weather/thresholds',
    '/api/weather/thresholds/presets',
    '/api/weather/thresholds/{thresholdId}',
    '/api/weather/thresholds/{thresholdId}/crossings',
    '/api/weather/webhooks',
    '/api/weather/webhooks/{webhookId}',
    '/api/weather/webhooks/{webhookId}/deliveries',
    '/api/weather/webhooks/{webhookId}/test',
    '/livez',
    '/metrics',
    '/problems/{kind}',
    '/readyz',
  ])
  expect(Object.keys(paths['/api/weather/cities']?.['get']?.responses ?? {})).toEqual([
    '200',
    '4XX',
    '5XX',
  ])
})
