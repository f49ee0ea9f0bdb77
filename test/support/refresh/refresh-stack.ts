import { pino } from 'pino'
import type { Client, WorkflowHandle } from '@temporalio/client'
import type { RefreshAllCitiesInput, RefreshCityInput } from '../../../contracts/refresh.ts'
import {
  REFRESH_SHAPE,
  REFRESH_TIMINGS,
  type RefreshTimings,
} from '../../../contracts/refresh-shape.ts'
import type { RefreshAllCitiesResult } from '../../../contracts/refresh-results.ts'
import { SINGLE_RUN_LIMITS } from '../../../contracts/run-limits.ts'
import { TASK_QUEUES, type TaskQueue } from '../../../contracts/task-queues.ts'
import { workflowIds } from '../../../contracts/workflow-ids.ts'
import { importCities } from '../../../db/queries/cities.ts'
import type { City } from '../../../domain/city/city.ts'
import {
  baseUrlSetting,
  keySetting,
  PROVIDER_IDS,
  providerFacts,
  type ProviderId,
} from '../../../domain/provider/provider-catalogue.ts'
import { startEmulator, type Emulator } from '../../../emulator/index.ts'
import {
  toConnectedConfig,
  type ConnectedConfig,
} from '../../../platform/config/connected-config.ts'
import { readEnv } from '../../../platform/config/env.ts'
import { connectTemporal } from '../../../temporal/connect.ts'
import type { refreshAllCities, refreshCity } from '../../../workflows/index.ts'
import { startWorkers, type RunningWorkers } from '../../../workers/main.ts'
import { createTestDatabase, type TestDatabase } from '../services/test-database.ts'
import { testWorkflowBundle } from '../temporal/workflow-bundle.ts'

export interface RefreshStackOptions {
  readonly temporalAddress: string
  readonly cities: readonly City[]
  readonly providers?: readonly ProviderId[]
  readonly database?: 'postgres' | 'embedded'
  /** Beside the one that refreshes. */
  readonly moreQueues?: readonly TaskQueue[]
  readonly variables?: Readonly<Record<string, string>>
}

/** The product's workers on real parts, with the emulator for the weather APIs. */
export interface RefreshStack {
  readonly client: Client
  readonly database: TestDatabase
  readonly emulator: Emulator
  readonly variables: Readonly<Record<string, string>>
  refreshAll(overrides?: Partial<RefreshAllCitiesInput>): Promise<RefreshAllCitiesResult>
  startRefreshAll(
    overrides?: Partial<RefreshAllCitiesInput>,
  ): Promise<WorkflowHandle<typeof refreshAllCities>>
  startRefreshCity(
    city: City,
    overrides?: Partial<RefreshCityInput>,
  ): Promise<WorkflowHandle<typeof refreshCity>>
  startWorkers(): Promise<RunningWorkers>
  close(): Promise<void>
}

/** Quotas out of the way of tests that are about something else. */
const GENEROUS = '100000000/day'

/** Two tries of everything. */
const SHORT_TIMINGS: RefreshTimings = {
  ...REFRESH_TIMINGS,
  retryInitialMs: 100,
  retryMaxAttempts: 2,
  passes: { most: 2, initialMs: 100, longestWaitMs: 1_000 },
}

export const refreshInput = (
  overrides: Partial<RefreshAllCitiesInput> = {},
): RefreshAllCitiesInput => ({
  trigger: 'cli',
  force: false,
  maxAgeSeconds: { conditions: 900 },
  tickSeconds: 0,
  fanOut: 'auto',
  shape: REFRESH_SHAPE,
  timings: SHORT_TIMINGS,
  limits: SINGLE_RUN_LIMITS,
  ...overrides,
})

let runs = 0
/** Unique also between files that share the server. */
const uniqueId = (): string => `${process.pid}-${Date.now()}-${++runs}`

export function variablesOf(
  emulator: Emulator,
  { temporalAddress, providers = ['open-meteo', 'met-norway'], variables }: RefreshStackOptions,
  databaseUrl: string,
): Record<string, string> {
  const baseUrls = PROVIDER_IDS.map((id) => [
    baseUrlSetting(providerFacts(id)),
    emulator.baseUrls[id],
  ])
  const keys = PROVIDER_IDS.map(providerFacts)
    .filter(({ key }) => key === 'required')
    .map((facts) => [keySetting(facts), 'test-key'])
  return {
    TEMPORAL_ADDRESS: temporalAddress,
    DATABASE_URL: databaseUrl,
    WEATHER_PROVIDERS: providers.join(','),
    WEATHER_CONTACT: 'ops@example.org',
    ...(Object.fromEntries(keys) as Record<string, string>),
    OPEN_METEO_QUOTA: GENEROUS,
    MET_NORWAY_QUOTA: GENEROUS,
    WEATHER247_LOG_LEVEL: 'error',
    ...(Object.fromEntries(baseUrls) as Record<string, string>),
    ...variables,
  }
}

export async function startRefreshStack(options: RefreshStackOptions): Promise<RefreshStack> {
  const database = await createTestDatabase(options.database)
  await importCities(database.db, options.cities)
  const emulator = await startEmulator()
  const variables = variablesOf(emulator, options, database.url)
  const config: ConnectedConfig = toConnectedConfig(readEnv(variables))
  const temporal = connectTemporal({
    connection: { address: options.temporalAddress },
    namespace: 'default',
  })
  const workflowBundle = await testWorkflowBundle()
  const queues = [...new Set([TASK_QUEUES.weatherRefresh, ...(options.moreQueues ?? [])])]
  const start = () => startWorkers(config, pino({ level: 'error' }), { workflowBundle, queues })
  const workers = [await start()]
  const startRefreshAll = (overrides?: Partial<RefreshAllCitiesInput>) =>
    temporal.client.workflow.start<typeof refreshAllCities>('refreshAllCities', {
      taskQueue: TASK_QUEUES.weatherRefresh,
      workflowId: workflowIds.refreshAllCities(uniqueId()),
      args: [refreshInput(overrides)],
    })
  return {
    client: temporal.client,
    database,
    emulator,
    variables,
    startRefreshAll,
    refreshAll: async (overrides) => (await startRefreshAll(overrides)).result(),
    startRefreshCity: (city, overrides) =>
      temporal.client.workflow.start<typeof refreshCity>('refreshCity', {
        taskQueue: TASK_QUEUES.weatherRefresh,
        workflowId: workflowIds.refreshCity(city.id),
        workflowIdConflictPolicy: 'USE_EXISTING',
        args: [
          {
            city,
            products: ['conditions'],
            claimMs: REFRESH_TIMINGS.claimMs,
            priority: 'person',
            force: false,
            timings: { retryInitialMs: 100, retryMaxAttempts: 2 },
            ...overrides,
          },
        ],
      }),
    startWorkers: async () => {
      const more = await start()
      workers.push(more)
      return more
    },
    close: async () => {
      await Promise.all(workers.map((running) => running.stop()))
      await temporal.close()
      await emulator.close()
      await database.close()
    },
  }
}
