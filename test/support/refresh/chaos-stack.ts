import { setTimeout as sleep } from 'node:timers/promises'
import { isGrpcServiceError, type Client, type WorkflowHandle } from '@temporalio/client'
import type { RefreshAllCitiesInput } from '../../../contracts/refresh.ts'
import { REFRESH_SHAPE, type RefreshShape } from '../../../contracts/refresh-shape.ts'
import type { RefreshAllCitiesResult } from '../../../contracts/refresh-results.ts'
import { TASK_QUEUES } from '../../../contracts/task-queues.ts'
import { importCities } from '../../../db/queries/cities.ts'
import type { City } from '../../../domain/city/city.ts'
import { startEmulator, type Emulator } from '../../../emulator/index.ts'
import { connectTemporal } from '../../../temporal/connect.ts'
import type { refreshAllCities } from '../../../workflows/index.ts'
import { refreshInput, variablesOf } from './refresh-stack.ts'
import { createTestDatabase, type TestDatabase } from '../services/test-database.ts'

export interface ChaosStackOptions {
  readonly temporalAddress: string
  readonly cities: readonly City[]
  readonly latencyMs: number
}

export interface ChaosRun {
  readonly runId: string
  readonly workflowId: string
  /** Settles also after times in which the server was away. */
  readonly result: Promise<RefreshAllCitiesResult>
  isOver(): boolean
}

/** Everything but the workers, which die by themselves. One provider, so every call is a city's. */
export interface ChaosStack {
  readonly client: Client
  readonly database: TestDatabase
  readonly emulator: Emulator
  readonly variables: Readonly<Record<string, string>>
  startRun(overrides: Partial<RefreshAllCitiesInput>): Promise<ChaosRun>
  close(): Promise<void>
}

/** Small pieces, so that a refresh is long; what is in flight is what a kill can lose. */
export const SHAPE: RefreshShape = {
  ...REFRESH_SHAPE,
  citiesPerShard: { city: 25, bulk: 10 },
  shardsInFlight: 2,
  childrenInFlight: 5,
}

export const IN_FLIGHT = {
  city: SHAPE.shardsInFlight * SHAPE.childrenInFlight,
  bulk: SHAPE.shardsInFlight * SHAPE.citiesPerShard.bulk,
} as const

const RETRY_PAUSE_MS = 500

let runs = 0

export async function startChaosStack(options: ChaosStackOptions): Promise<ChaosStack> {
  const { temporalAddress, cities, latencyMs } = options
  const database = await createTestDatabase()
  await importCities(database.db, cities)
  const emulator = await startEmulator({ latencyMs })
  const temporal = connectTemporal({
    connection: { address: temporalAddress },
    namespace: 'default',
  })
  const providers = ['open-meteo'] as const
  const startRun = async (overrides: Partial<RefreshAllCitiesInput>): Promise<ChaosRun> => {
    const handle = await temporal.client.workflow.start<typeof refreshAllCities>(
      'refreshAllCities',
      {
        taskQueue: TASK_QUEUES.weatherRefresh,
        workflowId: `chaos/${process.pid}-${Date.now()}-${++runs}`,
        args: [refreshInput({ force: true, ...overrides })],
      },
    )
    let isOver = false
    const result = patientResult(handle).finally(() => (isOver = true))
    // Looked at when the kills are done.
    result.catch(() => undefined)
    const { firstExecutionRunId: runId, workflowId } = handle
    return { runId, workflowId, result, isOver: () => isOver }
  }
  return {
    client: temporal.client,
    database,
    emulator,
    variables: variablesOf(emulator, { temporalAddress, cities, providers }, database.url),
    startRun,
    async close() {
      await temporal.close()
      await emulator.close()
      await database.close()
    },
  }
}

async function patientResult(
  handle: WorkflowHandle<typeof refreshAllCities>,
): Promise<RefreshAllCitiesResult> {
  for (;;) {
    try {
      return await handle.result()
    } catch (error) {
      if (!isServerAway(error)) throw error
      await sleep(RETRY_PAUSE_MS)
    }
  }
}

function isServerAway(error: unknown): boolean {
  return isGrpcServiceError(error) || (error instanceof Error && isGrpcServiceError(error.cause))
}
