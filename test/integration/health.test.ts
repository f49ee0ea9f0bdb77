import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TASK_QUEUE_NAMES, TASK_QUEUES, type TaskQueue } from '../../contracts/task-queues.ts'
import { noStoredOutcomes } from '../../contracts/refresh-progress.ts'
import { openDatabase, type DatabaseClient } from '../../db/client.ts'
import { reserve } from '../../db/queries/provider-ledgers.ts'
import { park } from '../../db/queries/provider-pauses.ts'
import { providerLedgers } from '../../db/schema/index.ts'
import type { OverallHealthBody } from '../../api/schemas/overall-health.ts'
import { toConnectedConfig } from '../../platform/config/connected-config.ts'
import { readEnv } from '../../platform/config/env.ts'
import { connectTemporal, type TemporalConnection } from '../../temporal/connect.ts'
import { createWeatherClient, type WeatherClient } from '../../temporal/client.ts'
import { POLLER_SEEN_MS } from '../../temporal/health.ts'
import { startWorkers, type RunningWorkers } from '../../workers/main.ts'
import { installed } from '../support/api/installed.ts'
import { createTestApi, type TestApi } from '../support/api/test-api.ts'
import { someCities } from '../support/data/some-cities.ts'
import { startChaosStack, type ChaosStack } from '../support/refresh/chaos-stack.ts'
import { startCuttableProxy, type CuttableProxy } from '../support/services/cuttable-proxy.ts'
import { postgresUrl, redisUrl } from '../support/services/test-database.ts'
import {
  startTemporalServer,
  type TestTemporalServer,
} from '../support/temporal/temporal-server.ts'
import { testWorkflowBundle } from '../support/temporal/workflow-bundle.ts'
import { until } from '../support/until.ts'

const MAX_WAIT_MS = 240_000
const quiet = pino({ level: 'silent' })

/** Of its own: it is stopped, and other suites' workers would poll a shared one. */
let server: TestTemporalServer
let stack: ChaosStack
let temporal: TemporalConnection
let client: WeatherClient
let postgresProxy: CuttableProxy
let redisProxy: CuttableProxy
let database: DatabaseClient
let api: TestApi
/** What is asked of the server about pollers; a test may set it ahead. */
let pollersAt = () => new Date()
/** One process for each queue. */
const workers = new Map<TaskQueue, RunningWorkers>()

const portOf = (url: string, usual: number) => Number(new URL(url).port || usual)
const through = (url: string, { port }: CuttableProxy): string =>
  Object.assign(new URL(url), { host: `127.0.0.1:${port}` }).toString()
const proxyOf = (url: string, usual: number) =>
  startCuttableProxy({ host: new URL(url).hostname, port: portOf(url, usual) })

beforeAll(async () => {
  if (!postgresUrl || !redisUrl) return
  // Polls end within a second, so that those of a live worker are always young.
  server = await startTemporalServer({
    dynamicConfig: ['matching.longPollExpirationInterval="2s"'],
  })
  stack = await startChaosStack({
    temporalAddress: server.address,
    cities: someCities(2),
    latencyMs: 0,
  })
  postgresProxy = await proxyOf(postgresUrl, 5432)
  redisProxy = await proxyOf(redisUrl, 6379)
  database = openDatabase({ url: through(stack.database.url, postgresProxy), poolSize: 5 })
  temporal = connectTemporal({ connection: { address: server.address }, namespace: 'default' })
  client = createWeatherClient(temporal, noStoredOutcomes, () => pollersAt())
  api = createTestApi({
    db: database.db,
    temporal: client,
    cache: { kind: 'redis', url: through(redisUrl, redisProxy) },
    settings: {
      providers: installed({ 'open-meteo': [] }),
      cache: {
        backend: 'redis',
        freshSeconds: { conditions: 900 },
        keepSeconds: 3600,
        analyticsSeconds: 14_400,
      },
    },
  })
}, MAX_WAIT_MS)

afterAll(async () => {
  if (!postgresUrl || !redisUrl) return
  await Promise.all([...workers.values()].map((running) => running.stop()))
  await api.close()
  await api.cache.close()
  await temporal.close()
  await database.close()
  await Promise.all([postgresProxy.close(), redisProxy.close()])
  await stack.close()
  await server.close()
}, MAX_WAIT_MS)

/** Checked again: the clock has gone on past what is kept. */
async function checkedAgain() {
  api.clock.now = new Date(Math.max(Date.now(), api.clock.now.getTime() + 60_000))
  const answer = await api.app.inject('/api/weather/monitoring/health')
  const { overall_status: overall, checks } = answer.json<OverallHealthBody>()
  return { code: answer.statusCode, overall, checks: checks! }
}

async function states() {
  const { code, overall, checks } = await checkedAgain()
  const { temporal: core, workers: polled, database: stored, redis, providers } = checks
  return {
    code,
    overall,
    temporal: core.status,
    workers: polled.status,
    database: stored.status,
    redis: redis.status,
    providers: providers.status,
  }
}

type States = Awaited<ReturnType<typeof states>>

const UP: States = {
  code: 200,
  overall: 'healthy',
  temporal: 'healthy',
  workers: 'healthy',
  database: 'healthy',
  redis: 'healthy',
  providers: 'healthy',
}

async function become(expected: Partial<States>): Promise<void> {
  const wanted: States = { ...UP, ...expected }
  let seen: States | undefined
  await until(
    async () => {
      seen = await states()
      return Object.entries(wanted).every(([part, state]) => seen?.[part as keyof States] === state)
    },
    { what: `health is ${JSON.stringify(expected)}`, timeoutMs: MAX_WAIT_MS },
  ).catch((error: unknown) => {
    expect(seen).toEqual(wanted)
    throw error
  })
}

async function startWorker(queue: TaskQueue): Promise<void> {
  const config = toConnectedConfig(readEnv(stack.variables))
  const workflowBundle = await testWorkflowBundle()
  workers.set(queue, await startWorkers(config, quiet, { workflowBundle, queues: [queue] }))
}

async function stopWorker(queue: TaskQueue): Promise<void> {
  await workers.get(queue)?.stop()
  workers.delete(queue)
}

/** Those that health calls unhealthy. */
async function queuesWithoutWorker(): Promise<TaskQueue[]> {
  const { queues } = (await checkedAgain()).checks.workers
  return queues.filter(({ status }) => status === 'unhealthy').map(({ queue }) => queue)
}

test.skipIf(!postgresUrl || !redisUrl)(
  'E23: runs under way are counted, also those that no worker has taken up',
  async () => {
    expect(await client.workload()).toEqual({ runningTasks: 0, queuedSteps: 0 })
    const maxAgeSeconds = { conditions: 900 }
    const runs = await Promise.all(
      [1, 2, 3].map(() => client.refreshAllCities({ trigger: 'api', force: true, maxAgeSeconds })),
    )
    await until(async () => (await client.workload()).runningTasks === 3, { what: '3 runs' })
    await until(async () => (await client.workload()).queuedSteps === 3, { what: '3 steps' })
    const queues = await client.queues()
    expect(queues.map(({ queue }) => queue)).toEqual(TASK_QUEUE_NAMES)
    expect(queues[0]).toMatchObject({ queue: TASK_QUEUES.weatherRefresh, workers: [], waiting: 3 })
    expect(queues[0]?.oldestWaitSeconds).toBeGreaterThanOrEqual(0)
    const { workflow } = temporal.client
    await Promise.all(runs.map(({ workflowId }) => workflow.getHandle(workflowId).terminate()))
    await until(async () => (await client.workload()).runningTasks === 0, { what: 'none runs' })
  },
)

test.skipIf(!postgresUrl || !redisUrl)(
  'E40: health on real parts, each of them taken away and given back',
  async () => {
    await become({ overall: 'degraded', workers: 'unhealthy' })
    expect(await queuesWithoutWorker()).toEqual(TASK_QUEUE_NAMES)
    for (const [at, queue] of TASK_QUEUE_NAMES.entries()) {
      await startWorker(queue)
      const missing = TASK_QUEUE_NAMES.slice(at + 1)
      await become(missing.length > 0 ? { overall: 'degraded', workers: 'degraded' } : {})
      expect(await queuesWithoutWorker()).toEqual(missing)
    }

    await redisProxy.cut()
    await become({ overall: 'degraded', redis: 'unhealthy' })
    await redisProxy.mend()
    await become({})

    await postgresProxy.cut()
    await become({ code: 503, overall: 'unhealthy', database: 'unhealthy', providers: 'unknown' })
    await redisProxy.cut()
    await become({
      code: 503,
      overall: 'unhealthy',
      database: 'unhealthy',
      providers: 'unknown',
      redis: 'unhealthy',
    })
    await Promise.all([postgresProxy.mend(), redisProxy.mend()])
    await become({})

    const provider = 'open-meteo'
    await reserve(database.db, {
      provider,
      weight: 1,
      limits: [],
      spacingMs: 0,
      now: api.clock.now,
    })
    const parkedUntil = new Date(api.clock.now.getTime() + 24 * 3600_000)
    await park(database.db, { provider, until: parkedUntil, reason: 'unauthorized: wrong key' })
    await become({ code: 503, overall: 'unhealthy', providers: 'unhealthy' })
    await database.db.delete(providerLedgers)
    await become({})

    await server.stop()
    await become({ overall: 'degraded', temporal: 'unhealthy', workers: 'unknown' })
    // A server that starts knows no poll from before: nothing has to grow old first.
    await stopWorker(TASK_QUEUES.weatherRefresh)
    await server.restart()
    await until(async () => (await queuesWithoutWorker()).length === 1, { what: 'one is missing' })
    expect(await queuesWithoutWorker()).toEqual([TASK_QUEUES.weatherRefresh])
    await become({ overall: 'degraded', workers: 'unhealthy' })
    await startWorker(TASK_QUEUES.weatherRefresh)
    await become({})
  },
  MAX_WAIT_MS,
)

test.skipIf(!postgresUrl || !redisUrl)(
  'E40: without its worker a queue is the one that is named, while all else goes on',
  async () => {
    await become({})
    for (const queue of TASK_QUEUE_NAMES) {
      await stopWorker(queue)
      // As it is once the server's memory of the stopped worker is older than what counts as seen.
      const later = new Date(Date.now() + POLLER_SEEN_MS)
      pollersAt = () => later
      const reason = `no worker polls ${queue}`
      const isNamed = async () => (await checkedAgain()).checks.workers.reason === reason
      await until(isNamed, { what: `${queue} is the one that is named` })
      const workersState = queue === TASK_QUEUES.weatherRefresh ? 'unhealthy' : 'degraded'
      await become({ overall: 'degraded', workers: workersState })
      expect(await queuesWithoutWorker()).toEqual([queue])
      await startWorker(queue)
      await become({})
    }
  },
  MAX_WAIT_MS,
)
