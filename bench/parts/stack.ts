import { join } from 'node:path'
import type { Client } from '@temporalio/client'
import type { Closers } from '../../platform/shutdown/closers.ts'
import { connectTemporal } from '../../temporal/connect.ts'
import { startTemporalServer } from '../../test/support/temporal/temporal-server.ts'
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

/** Quotas out of the way: the pace of the lanes is what is left of the providers' limits. */
const GENEROUS = '100000000/day'

/** A child has 20 s to end before it is killed. */
const CLOSE_TIMEOUT_MS = 30_000

const RESULTS = join(import.meta.dirname, '..', 'results')

/** Each part is a separate process, so that its CPU time and memory can be measured. */
export async function startStack(plan: Plan, closers: Pick<Closers, 'add'>): Promise<Stack> {
  const opened = <Part extends { close(): Promise<void> }>(name: string, part: Part): Part => {
    closers.add(name, () => part.close(), CLOSE_TIMEOUT_MS)
    return part
  }
  const maxCities = Math.max(
    ...plan.cells.map(({ cities }) => cities),
    plan.childCost?.cities ?? 0,
    plan.blip?.cities ?? 0,
    plan.ledger?.cities ?? 0,
  )
  const database = opened(
    'database',
    await openBenchDatabase({ embedded: plan.embedded, maxCities }),
  )
  const emulator = opened('emulator', await startBenchEmulator())
  const temporal = opened('Temporal', await startTemporalServer())
  // Never closed: its retries would throw on a closed channel, and it ends with the process.
  const { client } = connectTemporal({
    connection: { address: temporal.address },
    namespace: 'default',
  })
  const env = variablesOf(database.url, emulator, temporal.address)
  const nodeArgs = plan.profile ? ['--cpu-prof', '--cpu-prof-dir', RESULTS] : []
  const servant = async <Order extends object, Report>(name: string, args: readonly string[]) =>
    opened(
      name,
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
