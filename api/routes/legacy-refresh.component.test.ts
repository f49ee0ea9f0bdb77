import { beforeEach, expect, test } from 'vitest'
import { startedTask } from '../../test/support/api/started-task.ts'
import { NOW } from '../../test/support/api/test-api.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import type { TaskStatus } from '../../temporal/tasks.ts'

const api = withTestApi({ settings: { readRefreshMs: 100 } })

const ask = () => api.app.inject({ method: 'POST', url: '/api/weather/refresh/' })

/** As the fake Temporal names the first run of all cities. */
const TASK_ID = 'refresh-all-cities/1/run'

const task = (part: Partial<TaskStatus>) =>
  startedTask('refresh-all-cities/1', 'refreshAllCities', part)

beforeEach(() => {
  api.temporal.asked.length = 0
  api.temporal.tasks.clear()
})

test('S25: a refresh that ends in time says how many cities have new values', async () => {
  const result = { ok: 3, partial: 1, joined: 1, failed: 2, skipped: 4 }
  api.temporal.tasks.set(TASK_ID, task({ status: 'SUCCESS', closedAt: NOW, result }))
  const answer = await ask()
  expect([answer.statusCode, answer.json()]).toEqual([
    200,
    { message: 'Successfully updated weather data for 5 cities', task_id: TASK_ID },
  ])
  expect(api.temporal.asked).toMatchObject([{ trigger: 'api', force: false }])
})

test('S25: one that goes on, or came to no tally, is answered by its task', async () => {
  for (const known of [task({}), task({ status: 'REVOKED', closedAt: NOW })]) {
    api.temporal.tasks.set(TASK_ID, known)
    const answer = await ask()
    expect([answer.statusCode, answer.json()]).toMatchObject([202, { task_id: TASK_ID }])
  }
})
