import { beforeEach, expect, test } from 'vitest'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { TASK_STATUSES } from '../../temporal/task-status.ts'
import type { TaskStatus } from '../../temporal/tasks.ts'

const api = withTestApi({ settings: { webUiUrl: 'http://127.0.0.1:8233' } })
const ID = 'refresh-city/2643743/01234567-89ab-4def-8123-456789abcdef'

const RETRYING: TaskStatus = {
  taskId: ID,
  workflowId: 'refresh-city/2643743',
  runId: '01234567-89ab-4def-8123-456789abcdef',
  name: 'refreshCity',
  status: 'RETRY',
  result: null,
  failure: [
    {
      kind: 'application',
      type: 'NoProviderAnswered',
      message: 'No provider answered',
      attempts: [
        {
          provider: 'open-meteo',
          products: ['conditions'],
          outcome: 'rate-limited',
          retryAfterMs: 30_000,
        },
      ],
    },
  ],
  reason: 'NoProviderAnswered: No provider answered',
  progress: null,
  startedAt: new Date('2026-11-22T10:00:00Z'),
  closedAt: null,
  attempts: 2,
  nextRetryAt: new Date('2026-11-22T10:00:30Z'),
}

beforeEach(() => {
  api.temporal.tasks.clear()
})

const url = (id: string) => `/api/weather/monitoring/task/${id}`

test('S22: a task says how it stands, at its address as it is or encoded', async () => {
  api.temporal.tasks.set(ID, RETRYING)
  for (const address of [url(ID), `${url(ID)}/`, url(encodeURIComponent(ID))]) {
    const answer = await api.app.inject(address)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({
      task_id: ID,
      name: 'refreshCity',
      status: 'RETRY',
      result: null,
      failure: [
        {
          kind: 'application',
          type: 'NoProviderAnswered',
          message: 'No provider answered',
          attempts: [
            {
              provider: 'open-meteo',
              products: ['conditions'],
              outcome: 'rate-limited',
              retry_after_seconds: 30,
            },
          ],
        },
      ],
      traceback: 'NoProviderAnswered: No provider answered',
      progress: null,
      started_at: '2026-11-22T10:00:00.000Z',
      ended_at: null,
      closed_at: null,
      attempts: 2,
      next_retry_at: '2026-11-22T10:00:30.000Z',
      source: 'temporal',
      web_ui:
        'http://127.0.0.1:8233/namespaces/default/workflows/refresh-city%2F2643743/01234567-89ab-4def-8123-456789abcdef',
    })
  }
})

test('S22: a result comes through whole, and progress in cities', async () => {
  const result = { status: 'completed', providers: { nws: { served: 3 } } }
  api.temporal.tasks.set('done', {
    ...RETRYING,
    taskId: 'done',
    status: 'SUCCESS',
    result,
    failure: null,
    reason: null,
    closedAt: new Date('2026-11-22T10:01:00Z'),
    attempts: null,
    progress: {
      total: 10,
      done: 5,
      failed: 1,
      skipped: 0,
      joined: 0,
      waiting: 4,
      ratePerSecond: 1.5,
      fanOut: 'bulk',
      since: '2026-11-22T10:00:00.000Z',
    },
  })
  expect((await api.app.inject(url('done'))).json()).toMatchObject({
    result,
    failure: [],
    traceback: null,
    ended_at: '2026-11-22T10:01:00.000Z',
    closed_at: '2026-11-22T10:01:00.000Z',
    progress: {
      total: 10,
      done: 5,
      waiting: 4,
      rate_per_second: 1.5,
      eta_seconds: 3,
      fan_out: 'bulk',
    },
  })
})

const STOPS = [
  ['DELETE', ID],
  ['POST', `${ID}/cancel`],
  ['POST', `${encodeURIComponent(ID)}/cancel/`],
] as const

test.each(STOPS)('a task can be asked to stop, once, by %s %s', async (method, path) => {
  api.temporal.cancelled.length = 0
  api.temporal.tasks.set(ID, RETRYING)
  const answer = await api.app.inject({ method, url: url(path) })
  expect(answer.statusCode).toBe(202)
  expect(answer.json()).toEqual({ message: 'The task was asked to stop', task_id: ID })
  expect(api.temporal.cancelled).toEqual([ID])

  api.temporal.tasks.set(ID, { ...RETRYING, closedAt: new Date() })
  const late = await api.app.inject({ method, url: url(path) })
  expect([late.statusCode, late.json()]).toMatchObject([409, { kind: 'task-closed' }])
})

test('a task is terminated for a reason', async () => {
  api.temporal.tasks.set(ID, RETRYING)
  const post = (payload: object, id = ID) =>
    api.app.inject({ method: 'POST', url: url(`${id}/terminate`), payload })
  expect((await post({})).statusCode).toBe(400)
  expect((await post({ reason: '' })).statusCode).toBe(400)
  expect(api.temporal.terminated).toEqual([])
  const answer = await post({ reason: 'it hangs' })
  expect([answer.statusCode, answer.json()]).toMatchObject([200, { task_id: ID }])
  expect(api.temporal.terminated).toEqual([[ID, 'it hangs']])
  expect((await post({ reason: 'it hangs' }, 'unknown')).statusCode).toBe(404)
})

test('no unknown task can be stopped', async () => {
  const answer = await api.app.inject({ method: 'DELETE', url: url('unknown') })
  expect(answer.statusCode).toBe(404)
  expect(answer.json()).toEqual({
    type: 'urn:weather247:problem:unknown-task',
    title: 'This task is not known',
    status: 404,
    detail: 'No task unknown was ever started, or its history has expired.',
    instance: '/api/weather/monitoring/task/unknown',
    kind: 'unknown-task',
  })
})

test.each(TASK_STATUSES)('E21: a task that is %s says so', async (status) => {
  api.temporal.tasks.set(ID, { ...RETRYING, status })
  expect((await api.app.inject(url(ID))).json()).toMatchObject({ task_id: ID, status })
})
