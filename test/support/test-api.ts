import { fastify, type FastifyInstance } from 'fastify'
import { buildApp, type ApiSettings } from '../../api/app.ts'
import { createCache, type CachePort } from '../../cache/cache.ts'
import { openDatabase, type Database } from '../../db/client.ts'
import { createMetrics } from '../../platform/metrics.ts'
import type { RefreshAllCitiesOptions, RefreshCityOptions } from '../../temporal/refreshes.ts'
import type { TaskStatus } from '../../temporal/tasks.ts'

export const NOW = new Date('2026-11-22T10:30:00.000Z')

export interface FakeTemporal {
  /** What was asked, in order: `refreshAllCities` or `refreshCity` with its options. */
  readonly asked: (RefreshAllCitiesOptions | RefreshCityOptions)[]
  readonly cancelled: string[]
  readonly tasks: Map<string, TaskStatus>
  serving: boolean
  workers: boolean
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
    serving: true,
    workers: true,
  }
  const log = fastify().log
  const cache = createCache({ kind: 'memory' }, log)
  const nowhere = db ? undefined : openDatabase({ url: 'postgres://127.0.0.1:1/none', poolSize: 1 })
  const app = buildApp({
    db: db ?? nowhere!.db,
    temporal: doorwayOf(temporal),
    cache,
    log,
    metrics: createMetrics(),
    now: () => NOW,
    settings: { mode: 'live', maxAgeSeconds: { conditions: 900, forecast: 10_800, 'air-quality': 3600 }, ...settings },
  })
  return {
    app,
    temporal,
    cache,
    async close() {
      await app.close()
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
    isServing: async () => fake.serving,
    hasWorkers: async () => fake.workers,
  }
}
