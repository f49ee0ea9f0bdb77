import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { Client } from '@temporalio/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApi, type RunningApi } from '../../api/main.ts'
import { importCities } from '../../db/queries/cities.ts'
import { toConnectedConfig } from '../../platform/config/connected-config.ts'
import { readEnv } from '../../platform/config/env.ts'
import { createLogger } from '../../platform/logging/logger.ts'
import { connectTemporal, type TemporalConnection } from '../../temporal/connect.ts'
import { startWorkers, type RunningWorkers } from '../../workers/main.ts'
import { TASK_QUEUES } from '../../contracts/task-queues.ts'
import {
  startProviderStub,
  type ProviderStub,
  type StubAnswer,
} from '../support/providers/provider-stub.ts'
import { leaksIn, textOfTables, textOfHistories } from '../support/data/planted-secrets.ts'
import { refreshInput } from '../support/refresh/refresh-stack.ts'
import { someCities } from '../support/data/some-cities.ts'
import { createTestDatabase, type TestDatabase } from '../support/services/test-database.ts'
import {
  startTemporalServer,
  type TestTemporalServer,
} from '../support/temporal/temporal-server.ts'
import { testWorkflowBundle } from '../support/temporal/workflow-bundle.ts'

/** What no text may hold, however it is written. */
const PLANTED = 'pl4ntedk3y'
const keyOf = (provider: string): string => `${PLANTED}/${provider}+&"<%>`

const CITIES = someCities(6)

const html = (url: string): string => `<html><a href="${url.replaceAll('&', '&amp;')}">no</a>`
const everySpelling = (url: string): string =>
  [url, url.toLowerCase(), encodeURIComponent(url), decodeURIComponent(url), html(url)].join(' ')
const inAscii = (url: string): string =>
  Array.from(url, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

/** Pages and answers that show our URL, by what becomes of the provider after them. */
const ECHOES: readonly ((url: string) => StubAnswer)[] = [
  (url) => ({ body: html(url) }),
  (url) => ({ status: 404, body: everySpelling(url) }),
  (url) => ({ status: 400, body: { error: true, reason: everySpelling(url), message: url } }),
  (url) => ({ status: 400, body: `{"error":true,"reason":"${inAscii(url)}"}` }),
  (url) => ({ body: { location: { name: url, localtime_epoch: url }, name: url, [url]: url } }),
  (url) => ({ body: {}, headers: { 'last-modified': url, etag: url, expires: url } }),
  (url) => ({ status: 302, body: url, headers: { location: `http://127.0.0.1:9${url}` } }),
  (url) => ({ status: 500, body: everySpelling(url), headers: { 'x-original-url': url } }),
]
const REFUSALS: typeof ECHOES = [
  (url) => ({ status: 403, body: html(url) }),
  (url) => ({ status: 401, body: { cod: 401, error: { code: 2006, message: url }, message: url } }),
]

let temporal: TestTemporalServer
let connection: TemporalConnection
let database: TestDatabase
let stub: ProviderStub
let workers: RunningWorkers
let api: RunningApi
const log = new PassThrough()
let echoes = ECHOES
let asked = 0

beforeAll(async () => {
  temporal = await startTemporalServer()
  database = await createTestDatabase()
  await importCities(database.db, CITIES)
  stub = await startProviderStub((url) => echoes[asked++ % echoes.length]!(url))
  const config = toConnectedConfig(
    readEnv({
      PORT: '0',
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: temporal.address,
      WEATHER_PROVIDERS: 'openweathermap,weatherapi,open-meteo',
      OPENWEATHERMAP_API_KEY: keyOf('openweathermap'),
      WEATHERAPI_API_KEY: keyOf('weatherapi'),
      OPEN_METEO_API_KEY: keyOf('open-meteo'),
      OPENWEATHERMAP_BASE_URL: stub.baseUrl,
      WEATHERAPI_BASE_URL: stub.baseUrl,
      OPEN_METEO_BASE_URL: stub.baseUrl,
    }),
  )
  const { secrets } = config
  const logger = createLogger({
    name: 'test',
    level: 'debug',
    format: 'json',
    secrets,
    destination: log,
  })
  workers = await startWorkers(config, logger, { workflowBundle: await testWorkflowBundle() })
  api = await startApi(config, logger)
  connection = connectTemporal({ connection: { address: temporal.address }, namespace: 'default' })
})

afterAll(async () => {
  await workers.stop()
  await api.close()
  await connection.close()
  await stub.close()
  await database.close()
  await temporal.close()
})

it('no key that a provider echoes stands in database, histories, API, metrics or logs', async () => {
  const { client } = connection
  await refresh(client, 'city-gear', { fanOut: 'city' })
  await refresh(client, 'bulk-gear', { fanOut: 'bulk' })
  echoes = REFUSALS
  await refresh(client, 'refused', { fanOut: 'city' })
  expect(stub.seen.filter(({ url }) => url.includes(PLANTED)).length).toBeGreaterThan(10)

  const tables = await textOfTables(database)
  const histories = await textOfHistories(client)
  const answers = await textOfApi(await taskIdsOf(client))
  await workers.stop()
  log.end()
  const logged = await text(log)
  for (const [name, found] of Object.entries({ tables, histories, answers, logged })) {
    expect(leaksIn(found, PLANTED), name).toEqual([])
    // An echo came this far, so its absence is the mask's doing.
    if (name !== 'answers') expect(found, name).toContain('[secret]')
  }
})

async function refresh(client: Client, id: string, gear: { fanOut: 'city' | 'bulk' }) {
  const maxAgeSeconds = { conditions: 900, forecast: 900, 'air-quality': 900 }
  await client.workflow.execute('refreshAllCities', {
    taskQueue: TASK_QUEUES.weatherRefresh,
    workflowId: `refresh-all-cities/${id}`,
    args: [refreshInput({ ...gear, force: true, maxAgeSeconds })],
  })
}

async function taskIdsOf(client: Client): Promise<string[]> {
  const ids: string[] = []
  for await (const { workflowId, runId } of client.workflow.list()) {
    ids.push(`${workflowId}/${runId}`)
  }
  return ids
}

/** Every address of the API that is read without a name in it, and every task. */
async function textOfApi(taskIds: readonly string[]): Promise<string> {
  const read = async (path: string): Promise<string> => {
    const answer = await fetch(`${api.url}${path}`)
    return `${path} ${JSON.stringify([...answer.headers])} ${await answer.text()}`
  }
  const { paths } = JSON.parse(await (await fetch(`${api.url}/docs/json`)).text()) as {
    paths: Record<string, { get?: unknown }>
  }
  const plain = Object.entries(paths)
    // A stream of events has no end.
    .filter(([path, { get }]) => get !== undefined && !/[{*]|\/events$/.test(path))
    .map(([path]) => path)
  expect(plain.length).toBeGreaterThan(8)
  const ofTasks = taskIds.map((id) => `/api/weather/monitoring/task/${id}`)
  expect(ofTasks.length).toBeGreaterThan(3)
  const ofCities = CITIES.map(({ name }) => `/api/weather/current?city=${encodeURIComponent(name)}`)
  const all = [...plain, ...ofTasks, ...ofCities, '/metrics', '/readyz']
  return (await Promise.all(all.map(read))).join('\n')
}
