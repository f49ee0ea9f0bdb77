import type { PricedProvider } from '../../../domain/provider/planned-requests.ts'
import { bundledCities } from '../../../cli/cities/starter-cities.ts'
import { openDatabase } from '../../../db/client.ts'
import type { Database } from '../../../db/database.ts'
import { evaluateAlerts } from '../../../db/queries/evaluate-alerts.ts'
import { changeProvider, readProviderSetups } from '../../../db/queries/provider-controls.ts'
import { measureFreshness } from '../../../db/queries/measure-freshness.ts'
import { objectiveOf } from '../../../domain/objectives/freshness-objective.ts'
import { PRODUCTS } from '../../../domain/weather/product.ts'
import { TASK_QUEUE_NAMES } from '../../../contracts/task-queues.ts'
import type { ListedTask } from '../../../temporal/task-list.ts'
import type { TaskStatus } from '../../../temporal/tasks.ts'
import { installed, NO_ADAPTERS } from '../api/installed.ts'
import { createTestApi, NOW, type TestApi, type TestApiOptions } from '../api/test-api.ts'
import { storeDoubts } from './made-up-doubts.ts'
import { storeDay, storeRuns, storeUsage, storeWeather } from './made-up-weather.ts'

/** Where `test/setup/dashboard.ts` has built the pages. */
export const BUILT_DASHBOARD_VARIABLE = 'TEST_BUILT_DASHBOARD'

/** Names the database that it has filled; scenes only read it. */
export const SCENE_DATABASE_VARIABLE = 'TEST_SCENE_DATABASE'

const CITIES = 100

/** Shanghai, the first of them. */
export const DOUBTED_CITY = 1796236

export interface DashboardScene {
  readonly url: string
  readonly api: TestApi
  readonly db: Database
  close(): Promise<void>
}

export interface SceneOptions extends Pick<TestApiOptions, 'tokens' | 'limits'> {
  readonly mode?: 'live' | 'demo'
  /** Another one than that of all scenes. */
  readonly db?: () => Database
}

const QUOTA_LIMITS = {
  'open-meteo': [
    { window: 'day', limit: 10_000 },
    { window: 'month', limit: 300_000 },
  ],
  'met-norway': [{ window: 'minute', limit: 1_200 }],
} as const

/** Of all cities in one request. */
const OPEN_METEO: PricedProvider = {
  id: 'open-meteo',
  products: PRODUCTS,
  covers: () => true,
  price: ({ length }) => [{ url: '', weight: length, places: [], products: PRODUCTS }],
}

const MEASURING = { objectives: ['top:20=20@95', 'all=30@95'].map(objectiveOf), halfLifeHours: 24 }

const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

/** A hundred cities, of which one has a day behind it, and requests of a day, of which those of one cost. */
export async function fillScene(db: Database): Promise<void> {
  const cities = (await bundledCities()).slice(0, CITIES)
  await storeWeather(db, cities, NOW)
  if (cities[0]) await storeDay(db, cities[0], NOW)
  await storeDoubts(db, DOUBTED_CITY, NOW)
  await storeUsage(db, NOW)
  await storeRuns(db, NOW)
  await changeProvider(db, installed(QUOTA_LIMITS), {
    provider: 'open-meteo',
    change: { costPerCall: 0.002, monthlyBudget: 60 },
    changedBy: 'test',
    at: NOW,
  })
  for (const at of [minutesAgo(15), NOW]) await measureFreshness(db, MEASURING, at)
  await evaluateAlerts(db, await readProviderSetups(db, installed(QUOTA_LIMITS)), NOW)
}

/** The pages over an API with made-up data: a real database, and a Temporal that says what the test sets. */
export async function startScene({
  mode = 'live',
  db: own,
  ...options
}: SceneOptions = {}): Promise<DashboardScene> {
  const shared = own ? undefined : openScene()
  const db = own?.() ?? shared!.db
  const api = createTestApi({ db, ...options, settings: settingsOf(mode) })
  tellTemporal(api)
  const url = await api.app.listen({ host: '127.0.0.1', port: 0 })
  return {
    url,
    api,
    db,
    async close() {
      await api.close()
      await shared?.close()
    },
  }
}

function openScene() {
  const url = process.env[SCENE_DATABASE_VARIABLE]
  if (url === undefined) throw new Error(`${SCENE_DATABASE_VARIABLE} is not set`)
  return openDatabase({ url, poolSize: 4 })
}

const settingsOf = (mode: 'live' | 'demo') => ({
  mode,
  // Also through a proxy of a test, whose port is another.
  hosts: { bindHost: '127.0.0.1', allowed: ['127.0.0.1'] },
  dashboardFolder: process.env[BUILT_DASHBOARD_VARIABLE] ?? '',
  webUiUrl: 'http://127.0.0.1:8233',
  providers: installed(QUOTA_LIMITS),
  adapters: { ...NO_ADAPTERS, pricing: () => Promise.resolve([OPEN_METEO]) },
})

export const RUNNING_TASK = 'refresh-all-cities-2026-11-22T10:16:00Z/run-2'
export const ENDED_TASK = 'refresh-all-cities-2026-11-22T10:01:00Z/run-1'

const PROGRESS = {
  total: 100,
  done: 62,
  failed: 1,
  skipped: 0,
  joined: 0,
  waiting: 37,
  ratePerSecond: 2.4,
  fanOut: 'city',
  since: minutesAgo(1).toISOString(),
} as const

export const running: TaskStatus = {
  taskId: RUNNING_TASK,
  workflowId: 'refresh-all-cities-2026-11-22T10:16:00Z',
  runId: 'run-2',
  name: 'refreshAllCities',
  status: 'STARTED',
  result: null,
  failure: null,
  reason: null,
  progress: PROGRESS,
  startedAt: minutesAgo(1),
  closedAt: null,
  attempts: null,
  nextRetryAt: null,
}

const RESULT = {
  runId: 'run-1',
  status: 'completed_partial',
  fanOut: 'city',
  total: 100,
  ok: 94,
  partial: 2,
  failed: 1,
  joined: 0,
  left: 3,
  skipped: 0,
  fallbacks: 12,
  providers: {
    'open-meteo': { served: 84, failures: { timeout: 12, unavailable: 1 } },
    'met-norway': { served: 12, failures: { unavailable: 1 } },
  },
  failures: [{ cityId: 1850147, name: 'Tokyo', attempts: [] }],
  leftSample: [{ cityId: 3448439, name: 'São Paulo' }],
  startedAt: minutesAgo(29).toISOString(),
  durationMs: 720_000,
}

export const ended: TaskStatus = {
  ...running,
  taskId: ENDED_TASK,
  workflowId: 'refresh-all-cities-2026-11-22T10:01:00Z',
  runId: 'run-1',
  status: 'SUCCESS',
  result: RESULT,
  progress: null,
  startedAt: minutesAgo(29),
  closedAt: minutesAgo(17),
}

export const listedOf = (task: TaskStatus): ListedTask => ({
  taskId: task.taskId,
  workflowId: task.workflowId,
  runId: task.runId,
  name: task.name,
  status: task.closedAt ? 'SUCCESS' : 'STARTED',
  kind: 'refresh',
  trigger: 'schedule',
  cityId: null,
  startedAt: task.startedAt,
  closedAt: task.closedAt,
})

function tellTemporal({ temporal }: TestApi): void {
  temporal.tasks.set(running.taskId, running)
  temporal.tasks.set(ended.taskId, ended)
  temporal.page = { tasks: [running, ended].map(listedOf) }
  temporal.queues = TASK_QUEUE_NAMES.map((queue) => ({
    queue,
    workers: ['4711@weather'],
    waiting: 0,
    oldestWaitSeconds: null,
  }))
  const refresh = temporal.schedules.states.get('refresh-all-cities')
  if (!refresh) return
  temporal.schedules.states.set('refresh-all-cities', {
    ...refresh,
    recentRuns: [ended, running].map(({ taskId, runId, startedAt }) => ({
      taskId,
      runId,
      scheduledAt: startedAt,
      startedAt,
    })),
  })
}
