import { fileURLToPath } from 'node:url'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { ApplicationFailure } from '@temporalio/common'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { noStoredOutcomes } from '../../contracts/refresh-progress.ts'
import { TASK_QUEUE_NAMES, TASK_QUEUES } from '../../contracts/task-queues.ts'
import type { City } from '../../domain/city/city.ts'
import { connectTemporal, type TemporalConnection } from '../../temporal/connect.ts'
import { createWeatherClient, type WeatherClient } from '../../temporal/client.ts'
import { isTemporalUnavailable } from '../../temporal/unavailable.ts'
import {
  startTemporalServer,
  type TestTemporalServer,
} from '../support/temporal/temporal-server.ts'

let server: TestTemporalServer
let temporal: TemporalConnection
let weatherClient: WeatherClient
let stopWorker: () => Promise<void> = () => Promise.resolve()

beforeAll(async () => {
  server = await startTemporalServer()
  temporal = connectTemporal({
    connection: { address: server.address },
    namespace: 'default',
  })
  weatherClient = createWeatherClient(temporal, noStoredOutcomes, () => new Date())
})

afterAll(async () => {
  await stopWorker()
  await temporal.close()
  await server.close()
})

// Failures are what these tests are about: no need to print them.
Runtime.install({ logger: new DefaultLogger('ERROR') })

async function startWorker(): Promise<() => Promise<void>> {
  const connection = await NativeConnection.connect({ address: server.address })
  const worker = await Worker.create({
    connection,
    taskQueue: TASK_QUEUES.weatherRefresh,
    workflowsPath: fileURLToPath(new URL('../support/temporal/stub-workflows.ts', import.meta.url)),
    activities: {
      flaky: () => Promise.reject(ApplicationFailure.create({ type: 'Busy', message: 'later' })),
    },
  })
  const ended = worker.run()
  return async () => {
    worker.shutdown()
    await ended
    await connection.close()
  }
}

const asIs = (failure: unknown): unknown => failure

let ids = 0

const cityNamed = (name: string): City => ({
  id: ++ids,
  name,
  countryCode: 'GB',
  latitude: 51.5,
  longitude: -0.1,
  timeZone: 'Europe/London',
  population: null,
})

const refresh = (city: City) =>
  weatherClient.refreshCity({ city, products: ['conditions'], trigger: 'api' })

const refreshAll = (force: boolean) =>
  weatherClient.refreshAllCities({ trigger: 'api', force, maxAgeSeconds: { conditions: 900 } })

const statusBecomes = (taskId: string, status: string) =>
  vi.waitUntil(
    async () => {
      const task = await weatherClient.taskStatus(taskId)
      return task?.status === status ? task : false
    },
    { timeout: 20_000, interval: 100 },
  )

test('without workers a task is pending, and the health says so', async () => {
  const { taskId, workflowId, runId } = await refresh(cityNamed('Ok'))
  expect(workflowId).toBe(`refresh-city/${ids}`)
  expect(taskId).toBe(`${workflowId}/${runId}`)
  expect(await weatherClient.taskStatus(taskId)).toEqual({
    taskId,
    workflowId,
    runId,
    name: 'refreshCity',
    status: 'PENDING',
    result: null,
    failure: null,
    reason: null,
    progress: null,
    startedAt: expect.any(Date),
    closedAt: null,
    attempts: null,
    nextRetryAt: null,
  })
  expect(await weatherClient.isServing()).toBe(true)
  expect(await weatherClient.unservedQueues()).toEqual(TASK_QUEUE_NAMES)

  const unanswered: unknown = await weatherClient.findPlaces({ id: 1 }).catch(asIs)
  expect(unanswered).toSatisfy(isTemporalUnavailable)

  stopWorker = await startWorker()
  const task = await statusBecomes(taskId, 'SUCCESS')
  expect(task).toMatchObject({ result: { name: 'Ok' }, closedAt: expect.any(Date) })
  expect(await weatherClient.unservedQueues()).not.toContain(TASK_QUEUES.weatherRefresh)
})

test('a failed task names the providers it tried, and the reason in one line', async () => {
  const { taskId } = await refresh(cityNamed('Failure'))
  const { failure, reason, result } = await statusBecomes(taskId, 'FAILURE')
  expect(failure).toEqual([
    {
      kind: 'application',
      type: 'NoProviderAnswered',
      message: 'No provider answered for Failure',
      attempts: [{ provider: 'open-meteo', products: ['conditions'], outcome: 'timeout' }],
    },
  ])
  expect(reason).toBe('NoProviderAnswered: No provider answered for Failure')
  expect(result).toBeNull()
})

test('a task that tries again says why and how often', async () => {
  const { taskId } = await refresh(cityNamed('Retry'))
  const task = await statusBecomes(taskId, 'RETRY')
  expect(task.reason).toBe('Busy: later')
  expect(task.attempts).toBeGreaterThan(1)
  expect(await weatherClient.cancelTask(taskId)).toBe('cancelling')
  expect((await statusBecomes(taskId, 'REVOKED')).closedAt).toBeInstanceOf(Date)
})

test('who asks for a city that is under way joins, and an earlier run keeps its own answer', async () => {
  const city = cityNamed('Hang')
  const first = await refresh(city)
  expect(await refresh(city)).toEqual(first)
  await weatherClient.cancelTask(first.taskId)
  await statusBecomes(first.taskId, 'REVOKED')

  const second = await refresh({ ...city, name: 'Ok' })
  await statusBecomes(second.taskId, 'SUCCESS')
  expect((await weatherClient.taskStatus(first.taskId))?.status).toBe('REVOKED')
  expect((await weatherClient.taskStatus(first.workflowId))?.status).toBe('SUCCESS')
  expect(await weatherClient.cancelTask(first.taskId)).toBe('closed')
})

test('a run of all cities shows its progress and can be revoked', async () => {
  const { taskId, workflowId } = await refreshAll(false)
  const started = await statusBecomes(taskId, 'STARTED')
  expect(started.name).toBe('refreshAllCities')
  expect(started.progress).toMatchObject({ total: 10, done: 5 })
  // A bare workflow id is a task id as well, though it ends in a UUID.
  expect((await weatherClient.taskStatus(workflowId))?.status).toBe('STARTED')
  expect(await weatherClient.cancelTask(workflowId)).toBe('cancelling')
  await statusBecomes(taskId, 'REVOKED')
})

test('the same request id is the same run, also after its end', async () => {
  const request = { id: '01234567-89ab-4def-8123-456789abcdef', isRepeated: false }
  const start = () =>
    weatherClient.refreshAllCities({ trigger: 'api', force: false, maxAgeSeconds: {}, request })
  const first = await start()
  expect(await start()).toEqual(first)
  await weatherClient.cancelTask(first.taskId)
  await statusBecomes(first.taskId, 'REVOKED')
  expect(await start()).toEqual(first)
})

test('a repeated request finds the run of the city that it has started, also after its end', async () => {
  const city = cityNamed('Ok')
  const start = (id: string, isRepeated: boolean) =>
    weatherClient.refreshCity({
      city,
      products: ['conditions'],
      trigger: 'api',
      request: { id, isRepeated },
    })
  const first = await start('one', false)
  await statusBecomes(first.taskId, 'SUCCESS')
  expect(await start('one', true)).toEqual(first)
  expect(await start('another', true)).not.toEqual(first)
})

test('a task is followed through continue-as-new', async () => {
  const { taskId } = await refreshAll(true)
  expect((await statusBecomes(taskId, 'SUCCESS')).result).toEqual({ status: 'completed' })
})

test('tasks are listed by what they are, page by page', async () => {
  const city = cityNamed('Failure')
  const { taskId } = await refresh(city)
  await statusBecomes(taskId, 'FAILURE')
  const since = new Date(0)
  const filter = { kind: 'refresh', status: 'FAILURE', trigger: 'api', since } as const
  const [listed] = await vi.waitUntil(
    async () => {
      const { tasks } = await weatherClient.listTasks({ ...filter, cityId: city.id, limit: 10 })
      return tasks.length > 0 ? tasks : false
    },
    { timeout: 20_000, interval: 100 },
  )
  expect(listed).toMatchObject({
    taskId,
    name: 'refreshCity',
    status: 'FAILURE',
    kind: 'refresh',
    trigger: 'api',
    cityId: city.id,
    closedAt: expect.any(Date),
  })
  const seen = new Set<string>()
  let page = await weatherClient.listTasks({ limit: 2 })
  for (; page.next; page = await weatherClient.listTasks({ limit: 2, pageToken: page.next })) {
    expect(page.tasks).toHaveLength(2)
    for (const task of page.tasks) seen.add(task.taskId)
  }
  expect(seen).toContain(taskId)
})

test('an id of no workflow, or of one that is not ours, is unknown', async () => {
  await temporal.client.workflow.start('payroll', { taskQueue: 'theirs', workflowId: 'payroll/1' })
  const unstarted = 'refresh-city/1/01234567-89ab-4def-8123-456789abcdef'
  for (const taskId of ['unknown', unstarted, 'payroll/1']) {
    expect(await weatherClient.taskStatus(taskId)).toBeUndefined()
    expect(await weatherClient.cancelTask(taskId)).toBe('unknown')
  }
})
