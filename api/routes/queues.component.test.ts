import { expect, test } from 'vitest'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'

const api = withTestApi()
const URL = '/api/weather/monitoring/queues'

test('queues say who works and what waits, asked of Temporal once in a while', async () => {
  api.temporal.queues = [
    { queue: 'weather_refresh', workers: ['1@host'], waiting: 0, oldestWaitSeconds: null },
    { queue: 'maintenance', workers: [], waiting: 2, oldestWaitSeconds: 75 },
  ]
  const queues = [
    { queue: 'weather_refresh', workers: ['1@host'], waiting: 0, oldest_wait_seconds: null },
    { queue: 'maintenance', workers: [], waiting: 2, oldest_wait_seconds: 75 },
  ]
  expect((await api.app.inject(URL)).json()).toEqual({
    queues,
    timestamp: api.clock.now.toISOString(),
  })
  api.temporal.queues = []
  expect((await api.app.inject(URL)).json()).toMatchObject({ queues })
  api.clock.now = new Date(api.clock.now.getTime() + 5_000)
  expect((await api.app.inject(URL)).json()).toMatchObject({ queues: [] })
})
