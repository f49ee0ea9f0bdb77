import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type RunningApi } from '../../api/main.ts'
import { toConnectedConfig } from '../../platform/config/connected-config.ts'
import { readEnv } from '../../platform/config/env.ts'
import { createLogger } from '../../platform/logging/logger.ts'
import { withTestDatabase } from '../support/fixtures/with-test-database.ts'
import { KNOWN_CITIES } from '../support/data/known-cities.ts'
import { redisUrl } from '../support/services/test-database.ts'
import {
  startTemporalServer,
  type TestTemporalServer,
} from '../support/temporal/temporal-server.ts'

/** Of its own: on a shared one the workers of other suites would count. */
let temporal: TestTemporalServer
const database = withTestDatabase({ cities: KNOWN_CITIES })
let api: RunningApi
let variables: Record<string, string>

beforeAll(async () => {
  temporal = await startTemporalServer()
  variables = {
    PORT: '0',
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporal.address,
    ...(redisUrl && { REDIS_URL: redisUrl }),
  }
  api = await start()
})

afterAll(async () => {
  await api.close()
  await temporal.close()
})

const start = (more: Record<string, string> = {}) =>
  startApi(
    toConnectedConfig(readEnv({ ...variables, ...more })),
    createLogger({ name: 'api', level: 'fatal', format: 'json' }),
  )

const ask = async (method: string, path: string, body?: object) => {
  const answer = await fetch(`${api.url}${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

test('a refresh is started, looked up and revoked over HTTP', async () => {
  const started = await ask('POST', '/api/weather/monitoring/refresh', { cities: ['reykjavik'] })
  expect(started).toMatchObject({ status: 202, body: { tasks: [{ city: 'Reykjavík' }] } })
  const [{ task_id: taskId }] = started.body['tasks'] as [{ task_id: string }]
  const path = `/api/weather/monitoring/task/${taskId}/`

  expect(await ask('GET', path)).toMatchObject({
    status: 200,
    body: { task_id: taskId, name: 'refreshCity', status: 'PENDING', closed_at: null },
  })
  expect((await ask('DELETE', path)).status).toBe(202)
  // No worker runs here, so the task stays open with its request to stop.
  const again = await ask('POST', '/api/weather/monitoring/refresh', { cities: ['reykjavik'] })
  expect(again.body['tasks']).toEqual(started.body['tasks'])
})

test('without workers the API is not ready, and says so', async () => {
  const ready = await ask('GET', '/readyz')
  expect(ready.status).toBe(503)
  expect(ready.body).toMatchObject({ status: 'not_ready', missing: ['workers'] })
})

test('it does not listen where others reach it until that is asked for twice', async () => {
  for (const HOST of ['0.0.0.0', '::', '192.0.2.1']) {
    await expect(start({ HOST })).rejects.toThrow(
      /HOST must be .*tokens create.*WEATHER247_UNPROTECTED_API/s,
    )
  }
  const open = await start({ HOST: '0.0.0.0', WEATHER247_UNPROTECTED_API: 'true' })
  const answer = await fetch(`http://127.0.0.1:${new URL(open.url).port}/livez`)
  expect(answer.status).toBe(200)
  await open.close()
})
