import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type RunningApi } from '../../api/main.ts'
import { importCities } from '../../db/queries/cities.ts'
import { toConfig } from '../../platform/config.ts'
import { readEnv } from '../../platform/env.ts'
import { createLogger } from '../../platform/logger.ts'
import { KNOWN_CITIES } from '../support/known-cities.ts'
import { createTestDatabase, redisUrl, type TestDatabase } from '../support/test-database.ts'
import { startTemporalServer, type TestTemporalServer } from '../support/temporal-server.ts'

/** Of its own: on a shared one the workers of other suites would count. */
let temporal: TestTemporalServer
let database: TestDatabase
let api: RunningApi

beforeAll(async () => {
  temporal = await startTemporalServer()
  database = await createTestDatabase()
  await importCities(database.db, KNOWN_CITIES)
  const env = readEnv({
    PORT: '0',
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporal.address,
    ...(redisUrl && { REDIS_URL: redisUrl }),
  })
  const log = createLogger({ name: 'api', level: 'fatal', format: 'json' })
  api = await startApi(toConfig(env, { mode: 'live' }), log)
})

afterAll(async () => {
  await api.close()
  await database.close()
  await temporal.close()
})

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
  // Nobody works here, so the request to stop is all that comes of it.
  const again = await ask('POST', '/api/weather/monitoring/refresh', { cities: ['reykjavik'] })
  expect(again.body['tasks']).toEqual(started.body['tasks'])
})

test('without workers the API is not ready, and says so', async () => {
  const ready = await ask('GET', '/readyz')
  expect(ready.status).toBe(503)
  expect(ready.body).toMatchObject({ status: 'not_ready', missing: ['workers'] })
})
