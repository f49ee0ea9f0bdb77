import { join } from 'node:path'
import type { Client } from '@temporalio/client'
import { connectTemporal } from '../../temporal/connect.ts'
import { startTemporalServer } from '../../test/support/temporal-server.ts'
import type { BaselineOrder, BaselineReport } from '../baselines/order.ts'
import type { Plan } from '../plan.ts'
import { startServant, type Child, type Servant } from './child.ts'
import { openBenchDatabase, type BenchDatabase } from './database.ts'
import { ASKED, startBenchEmulator, type BenchEmulator } from './emulator.ts'

export interface Stack {
  readonly client: Client
  readonly database: BenchDatabase
  readonly emulator: BenchEmulator
  readonly temporalPid: number
  readonly worker: Child
  readonly emptyWorker: Child | undefined
  readonly baseline: Servant<BaselineOrder, BaselineReport>
}

/** Closes what was opened last first. */
export interface Closing {
  add(close: () => Promise<unknown>): void
}

/** Quotas out of the way: the pace of the lanes is what is left of the providers' limits. */
const GENEROUS = '100000000/day'

const RESULTS = join(import.meta.dirname, '..', 'results')

/** Every part a process of its own, so that each one's CPU and memory can be told apart. */
export async function startStack(plan: Plan, closing: Closing): Promise<Stack> {
  const opened = <Part extends { close(): Promise<void> }>(part: Part): Part => {
    closing.add(() => part.close())
    return part
  }
  const mostCities = Math.max(
    ...plan.cells.map(({ cities }) => cities),
    plan.childCost?.cities ?? 0,
  )
  const database = opened(await openBenchDatabase({ embedded: plan.embedded, mostCities }))
  const emulator = opened(await startBenchEmulator())
  const temporal = opened(await startTemporalServer())
  // Never closed: its retries would throw on a closed channel, and it ends with the process.
  const { client } = connectTemporal({
    connection: { address: temporal.address },
    namespace: 'default',
  })
  const env = variablesOf(database.url, emulator, temporal.address)
  const nodeArgs = plan.profile ? ['--cpu-prof', '--cpu-prof-dir', RESULTS] : []
  const servant = async <Order extends object, Report>(name: string, args: readonly string[]) =>
    opened(
      await startServant<Order, Report>({
        name,
        script: `bench/processes/${name}.js`,
        nodeArgs: args,
        env,
      }),
    )
  return {
    client,
    database,
    emulator,
    temporalPid: temporal.pid,
    worker: await servant('worker', nodeArgs),
    emptyWorker: plan.childCost ? await servant('empty-worker', nodeArgs) : undefined,
    baseline: await servant<BaselineOrder, BaselineReport>('baseline', nodeArgs),
  }
}

const variablesOf = (databaseUrl: string, emulator: BenchEmulator, temporalAddress: string) => ({
  TEMPORAL_ADDRESS: temporalAddress,
  DATABASE_URL: databaseUrl,
  WEATHER_PROVIDERS: ASKED.join(','),
  WEATHER_CONTACT: 'bench@example.org',
  OPEN_METEO_BASE_URL: emulator.baseUrlOf('open-meteo'),
  MET_NORWAY_BASE_URL: emulator.baseUrlOf('met-norway'),
  OPEN_METEO_QUOTA: GENEROUS,
  MET_NORWAY_QUOTA: GENEROUS,
})
