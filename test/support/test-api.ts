import { fastify, type FastifyInstance } from 'fastify'
import { buildApp, type ApiSettings } from '../../api/app.ts'
import { createReadCounter } from '../../api/read-counter.ts'
import { createCache, type CachePort } from '../../cache/cache.ts'
import type { TaskQueue } from '../../contracts/task-queues.ts'
import { openDatabase, type Database } from '../../db/client.ts'
import { createMetrics } from '../../platform/metrics.ts'
import type { RefreshAllCitiesOptions, RefreshCityOptions } from '../../temporal/refreshes.ts'
import type { TaskStatus } from '../../temporal/tasks.ts'
import { createFakeSchedules, type FakeSchedules } from './fake-schedules.ts'

export const NOW = new Date('2026-11-22T10:30:00.000Z')

export interface FakeTemporal {
  /** What was asked, in order: `refreshAllCities` or `refreshCity` with its options. */
  readonly asked: (RefreshAllCitiesOptions | RefreshCityOptions)[]
  readonly cancelled: string[]
  readonly tasks: Map<string, TaskStatus>
  readonly schedules: FakeSchedules
  serving: boolean
  unserved: TaskQueue[]
  /** Thrown by whatever is asked. */
  error?: Error
}

export interface TestApi {
  readonly app: FastifyInstance
  readonly temporal: FakeTemporal
  readonly cache: CachePort
  close(): Promise<void>
}

export interface TestApiOptions {
  /** A database that nobody runs, where absent. */
  readonly db?: Database
  readonly settings?: Partial<ApiSettings>
}

/** The API over a fake Temporal that writes down what it is asked. */
export function createTestApi({ db, settings }: TestApiOptions = {}): TestApi {
  const temporal: FakeTemporal = {
    asked: [],
    cancelled: [],
    tasks: new Map(),
    schedules: createFakeSchedules(),
    serving: true,
    unserved: [],
  }
  const log = fastify().log
  const cache = createCache({ kind: 'memory' }, log)
  const nowhere = db ? undefined : openDatabase({ url: 'postgres://127.0.0.1:1/none', poolSize: 1 })
  const now = () => NOW
  const anyDb = db ?? nowhere!.db
  const counter = createReadCounter({ db: anyDb, log, now, halfLifeHours: 24 })
  const app = buildApp({
    db: anyDb,
    temporal: doorwayOf(temporal),
    cache,
    counter,
    log,
    metrics: createMetrics(),
    now,
    settings: {
      mode: 'live',
      maxAgeSeconds: { conditions: 900, forecast: 10_800, 'air-quality': 3600 },
      cache: {
        backend: 'memory',
        freshSeconds: { conditions: 900 },
        keepSeconds: 3600,
        analyticsSeconds: 14_400,
      },
      ...settings,
    },
  })
  return {
    app,
    temporal,
    cache,
    async close() {
      await app.close()
      await counter.close()
      await nowhere?.close()
    },
  }
}

function doorwayOf(fake: FakeTemporal): Parameters<typeof buildApp>[0]['temporal'] {
  const started = (workflowId: string) => {
    if (fake.error) throw fake.error
    return { taskId: `${workflowId}/run`, workflowId, runId: 'run' }
  }
  return {
    async refreshAllCities(options) {
      fake.asked.push(options)
      return started('refresh-all-cities/1')
    },
    async refreshCity(options) {
      fake.asked.push(options)
      return started(`refresh-city/${options.city.id}`)
    },
    async taskStatus(taskId) {
      if (fake.error) throw fake.error
      return fake.tasks.get(taskId)
    },
    async cancelTask(taskId) {
      const task = fake.tasks.get(taskId)
      if (!task) return 'unknown'
      if (task.closedAt) return 'closed'
      fake.cancelled.push(taskId)
      return 'cancelling'
    },
    schedules: fake.schedules,
    isServing: async () => fake.serving,
    unservedQueues: async () => fake.unserved,
  }
}
