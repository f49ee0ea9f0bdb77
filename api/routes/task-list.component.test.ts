import { beforeEach, expect, test } from 'vitest'
import type { ListedTask } from '../../temporal/task-list.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import type { TaskListBody } from '../schemas/task-list.ts'

const database = withTestDatabase()
const api = withTestApi({ database, settings: { webUiUrl: 'http://127.0.0.1:8233' } })

const RUNNING: ListedTask = {
  taskId: 'refresh-all-cities/1/run-1',
  workflowId: 'refresh-all-cities/1',
  runId: 'run-1',
  name: 'refreshAllCities',
  status: 'STARTED',
  kind: 'refresh',
  trigger: 'api',
  cityId: null,
  startedAt: new Date('2026-11-22T10:00:00Z'),
  closedAt: null,
}

beforeEach(() => {
  api.temporal.listed.length = 0
  api.temporal.page = { tasks: [] }
})

const list = (query = '') => api.app.inject(`/api/weather/monitoring/tasks${query}`)

test('tasks are listed with their addresses, the last page without a cursor', async () => {
  api.temporal.page = { tasks: [RUNNING] }
  const answer = await list('?limit=7')
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toEqual({
    tasks: [
      {
        task_id: 'refresh-all-cities/1/run-1',
        name: 'refreshAllCities',
        kind: 'refresh',
        status: 'STARTED',
        outcome: null,
        trigger: 'api',
        city_id: null,
        started_at: '2026-11-22T10:00:00.000Z',
        ended_at: null,
        web_ui: 'http://127.0.0.1:8233/namespaces/default/workflows/refresh-all-cities%2F1/run-1',
      },
    ],
    next_cursor: null,
  })
  expect(api.temporal.listed).toEqual([{ limit: 7 }])
})

test('filters reach the server', async () => {
  await list('?kind=refresh&status=FAILURE&trigger=schedule&since=2026-11-22T00:00:00%2B01:00')
  expect(api.temporal.listed).toEqual([
    {
      kind: 'refresh',
      status: 'FAILURE',
      trigger: 'schedule',
      since: new Date('2026-11-21T23:00:00Z'),
      limit: 20,
    },
  ])
})

test('a cursor leads to the next page of the same filters', async () => {
  api.temporal.page = { tasks: [RUNNING], next: Buffer.from('token of the server') }
  const { next_cursor: cursor } = (await list('?kind=warm')).json<TaskListBody>()
  expect(cursor).toMatch(/^[\w-]+$/)
  expect((await list(`?kind=warm&cursor=${cursor}`)).statusCode).toBe(200)
  const [, next] = api.temporal.listed
  expect(Buffer.from(next!.pageToken!).toString()).toBe('token of the server')
  const bad = [`cursor=${cursor}`, `kind=quota&cursor=${cursor}`, `kind=warm&cursor=x${cursor}`]
  for (const query of [...bad, 'cursor=anything', 'kind=warm&cursor=']) {
    const answer = await list(`?${query}`)
    expect([query, answer.statusCode]).toEqual([query, 400])
    expect(answer.json()).toMatchObject({
      kind: 'invalid-request',
      errors: [{ in: 'querystring', field: 'cursor' }],
    })
  }
  expect(api.temporal.listed).toHaveLength(2)
})

test('many who ask for the same page cost one list', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => list('?kind=analytics')))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  expect(api.temporal.listed).toHaveLength(1)
})

test.each([
  'status=RETRY',
  'kind=all',
  'trigger=me',
  'since=yesterday',
  'since=2016-12-31T23:59:60Z',
  'limit=0',
  'citys=London',
])('the query %s is refused', async (query) => {
  expect((await list(`?${query}`)).statusCode).toBe(400)
  expect(api.temporal.listed).toEqual([])
})
