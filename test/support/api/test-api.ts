import { fastify, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { buildApp, type ApiDeps, type ApiSettings } from '../../../api/app.ts'
import { HTTP_LIMITS, type HttpLimits } from '../../../api/http-limits.ts'
import { createAuditLog, type AuditLog } from '../../../api/audit-log.ts'
import { createReadCounter } from '../../../api/background/read-counter.ts'
import { findForReading } from '../../../api/readers/city-lookup.ts'
import { createCityNames } from '../../../api/readers/city-names.ts'
import { createTokenStore, type TokenStore } from '../../../api/readers/token-store.ts'
import { createCache, type CacheKind, type CachePort } from '../../../cache/cache.ts'
import { createRateCounter } from '../../../cache/rate-counter.ts'
import type { FindPlacesResult } from '../../../contracts/find-places.ts'
import type { TaskQueue } from '../../../contracts/task-queues.ts'
import { openDatabase } from '../../../db/client.ts'
import type { Database } from '../../../db/database.ts'
import type { PlaceQuery } from '../../../domain/city/geocoder.ts'
import { createMetrics } from '../../../platform/metrics.ts'
import type {
  RefreshAllCitiesOptions,
  RefreshCityOptions,
} from '../../../temporal/start-refreshes.ts'
import type { QueueState } from '../../../temporal/queues.ts'
import type { WaitingTasks } from '../../../temporal/stalled-queue.ts'
import type { ListedTask, TaskListOptions, TaskPage } from '../../../temporal/task-list.ts'
import type { TaskStatus } from '../../../temporal/tasks.ts'
import { createFakeSchedules, type FakeSchedules } from '../temporal/fake-schedules.ts'

export const NOW = new Date('2026-11-22T10:30:00.000Z')

export interface FakeTemporal {
  /** The refreshes requested, in order: the options of `refreshAllCities` or `refreshCity`. */
  readonly asked: (RefreshAllCitiesOptions | RefreshCityOptions)[]
  /** The webhooks that were to be delivered to, in order. */
  readonly delivered: number[]
  readonly cancelled: string[]
  /** With the reason. */
  readonly terminated: [string, string][]
  readonly tasks: Map<string, TaskStatus>
  /** The tasks looked up, in order. */
  readonly lookedUp: string[]
  /** The lists requested, in order. */
  readonly listed: TaskListOptions[]
  /** What every list answers. */
  page: TaskPage
  readonly schedules: FakeSchedules
  /** What the gazetteer was asked, in order. */
  readonly placesAsked: PlaceQuery[]
  /** What the gazetteer answers. */
  places: FindPlacesResult
  serving: boolean
  unserved: TaskQueue[]
  waiting?: WaitingTasks | undefined
  queues: readonly QueueState[]
  queuedSteps: number
  /** How often the workload was counted. */
  counted: number
  /** Thrown by every call. */
  error?: Error
  /** What the refresh of a city does, at once. */
  refreshes?: ((options: RefreshCityOptions) => Promise<void>) | undefined
}

export interface TestApi {
  readonly app: FastifyInstance
  readonly temporal: FakeTemporal
  readonly cache: CachePort
  /** The clock of the API, which a test sets. */
  readonly clock: { now: Date }
  /** Sets the clock beyond what is read once for all who ask within two seconds. */
  passShared(): void
  close(): Promise<void>
}

export interface TestApiOptions {
  /** A database that does not answer, where absent. */
  readonly db?: Database
  readonly settings?: Partial<ApiSettings>
  /** `none`, where absent: all are admin. */
  readonly tokens?: 'none' | 'stored'
  /** Where there is a database, when absent. */
  readonly audit?: 'none' | 'stored'
  readonly limits?: Partial<HttpLimits>
  /** Fake, where absent: it writes down what it is asked. */
  readonly temporal?: ApiDeps['temporal']
  /** In memory, where absent. */
  readonly cache?: CacheKind
  readonly log?: FastifyBaseLogger
}

const NO_TOKENS: TokenStore = {
  find: async () => undefined,
  isAny: async () => false,
  noteUse: () => undefined,
}

const NO_AUDIT: AuditLog = { begin: async () => 0, end: async () => undefined }

/** The API over a fake Temporal that writes down what it is asked. */
export function createTestApi({
  db,
  settings,
  limits,
  tokens = 'none',
  audit = db ? 'stored' : 'none',
  cache: cacheKind = { kind: 'memory' },
  temporal: realTemporal,
  log = fastify().log,
}: TestApiOptions = {}): TestApi {
  const temporal: FakeTemporal = {
    asked: [],
    delivered: [],
    cancelled: [],
    terminated: [],
    tasks: new Map(),
    lookedUp: [],
    listed: [],
    page: { tasks: [] },
    placesAsked: [],
    places: { kind: 'answered', places: [] },
    schedules: createFakeSchedules(),
    serving: true,
    unserved: [],
    queues: [],
    queuedSteps: 0,
    counted: 0,
  }
  const cache = createCache(cacheKind, log)
  const nowhere = db ? undefined : openDatabase({ url: 'postgres://127.0.0.1:1/none', poolSize: 1 })
  const clock = { now: NOW }
  const now = () => clock.now
  const anyDb = db ?? nowhere!.db
  const counter = createReadCounter({ db: anyDb, log, now, halfLifeHours: 24 })
  const deps: ApiDeps = {
    db: anyDb,
    temporal: realTemporal ?? clientOf(temporal),
    cache,
    cityNames: createCityNames((...asked) => findForReading(anyDb, ...asked)),
    counter,
    tokens: tokens === 'none' ? NO_TOKENS : createTokenStore({ db: anyDb, now, log }),
    log,
    audit: audit === 'none' ? NO_AUDIT : createAuditLog(anyDb),
    rates: createRateCounter({ kind: 'memory' }, log),
    metrics: createMetrics({ processMetrics: true }),
    now,
    settings: {
      mode: 'live',
      hosts: { bindHost: '127.0.0.1', allowed: [] },
      isOpenWithoutTokens: true,
      rateLimits: { perAddress: 100_000, perToken: 100_000 },
      corsOrigins: [],
      trustedProxies: [],
      maxAgeSeconds: { conditions: 900, forecast: 10_800, 'air-quality': 3600 },
      refreshEverySeconds: 900,
      readRefreshMs: 5_000,
      webhooks: { allowsPrivate: false },
      namespace: 'default',
      cache: {
        backend: 'memory',
        freshSeconds: { conditions: 900 },
        keepSeconds: 3600,
        analyticsSeconds: 14_400,
      },
      keepDays: { readings: 30, forecasts: 7, rollups: 90, summaries: 90, usage: 90 },
      ...settings,
    },
  }
  const app = buildApp(deps, { ...HTTP_LIMITS, ...limits })
  return {
    app,
    temporal,
    cache,
    clock,
    passShared: () => void (clock.now = new Date(clock.now.getTime() + 2_000)),
    async close() {
      await app.close()
      await counter.close()
      await nowhere?.close()
    },
  }
}

function clientOf(fake: FakeTemporal): Parameters<typeof buildApp>[0]['temporal'] {
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
      await fake.refreshes?.(options)
      return started(`refresh-city/${options.city.id}`)
    },
    async findPlaces(query) {
      if (fake.error) throw fake.error
      fake.placesAsked.push(query)
      return fake.places
    },
    async deliver({ webhookId }) {
      started('deliver-webhook/1')
      fake.delivered.push(webhookId)
    },
    cleanup: async () => started('cleanup-old-weather-data/1'),
    jobProgress: async () => null,
    async taskStatus(taskId) {
      if (fake.error) throw fake.error
      fake.lookedUp.push(taskId)
      return fake.tasks.get(taskId)
    },
    async listTasks(options) {
      if (fake.error) throw fake.error
      fake.listed.push(options)
      const { status, endedSince } = options
      const isListed = (task: ListedTask): boolean =>
        (status === undefined || task.status === status) &&
        (endedSince === undefined || (task.closedAt !== null && task.closedAt >= endedSince))
      return { ...fake.page, tasks: fake.page.tasks.filter(isListed) }
    },
    async cancelTask(taskId) {
      const task = fake.tasks.get(taskId)
      if (!task) return 'unknown'
      if (task.closedAt) return 'closed'
      fake.cancelled.push(taskId)
      return 'cancelling'
    },
    async terminateTask(taskId, reason) {
      const task = fake.tasks.get(taskId)
      if (!task) return 'unknown'
      if (task.closedAt) return 'closed'
      fake.terminated.push([taskId, reason])
      return 'terminated'
    },
    schedules: fake.schedules,
    isServing: async () => fake.serving,
    unservedQueues: async () => fake.unserved,
    async workload() {
      fake.counted++
      if (fake.error) throw fake.error
      return { runningTasks: fake.asked.length, queuedSteps: fake.queuedSteps }
    },
    async queues() {
      if (fake.error) throw fake.error
      return fake.queues
    },
    stalled: async () => fake.waiting,
  }
}
