import { setTimeout as sleep } from 'node:timers/promises'
import { SINGLE_RUN_LIMITS } from '../contracts/run-limits.ts'
import type { RefreshAllCitiesInput } from '../contracts/refresh.ts'
import { REFRESH_SHAPE, REFRESH_TIMINGS } from '../contracts/refresh-shape.ts'
import { TASK_QUEUES } from '../contracts/task-queues.ts'
import { workflowIds } from '../contracts/workflow-ids.ts'
import type { refreshAllCities } from '../workflows/index.ts'
import type { BaselineReport } from './baselines/order.ts'
import { historiesSince } from './histories.ts'
import type { Measurement, Variant } from './measurement.ts'
import { meterOfProcess } from './parts/process-usage.ts'
import type { Stack } from './parts/stack.ts'
import type { Cell, Gear } from './plan.ts'

/** Long enough for a run of any size here. */
const SOFT_LIMIT_MS = 2 * 3600_000

/** Everything is at rest before the clock starts. */
const REST_MS = 300

const isGear = (variant: Variant): variant is Gear => variant === 'city' || variant === 'bulk'

export async function measure(stack: Stack, variant: Variant, cell: Cell): Promise<Measurement> {
  const { database, emulator, baseline } = stack
  await database.prepare(cell.cities)
  await emulator.prepare(cell)
  await sleep(REST_MS)
  const gear = isGear(variant)
  const usageSoFar = await startMeters(stack, gear)
  const since = new Date()
  const startedAtMs = performance.now()
  const report = isGear(variant)
    ? await refreshAll(stack, variant)
    : await baseline.ask({ program: variant, cities: cell.cities })
  const seconds = (performance.now() - startedAtMs) / 1000
  const usages = await usageSoFar()
  if (report.served + report.failed !== cell.cities) {
    throw new Error(`${variant}: ${report.served} of ${cell.cities} cities were served`)
  }
  const histories = gear ? await historiesSince(stack.client, since) : undefined
  return {
    ...cell,
    ...report,
    ...usages,
    variant,
    seconds,
    citiesPerSecond: cell.cities / seconds,
    requestsPerCity: (await emulator.sum('requests')) / cell.cities,
    weightPerCity: (await emulator.sum('weight')) / cell.cities,
    eventsPerCity: histories ? histories.events / cell.cities : null,
    largestHistory: histories?.largest ?? null,
  }
}

/** CPU and memory of every part from now until the returned function is called. */
async function startMeters(stack: Stack, gear: boolean) {
  const { database, emulator, worker, baseline, temporalPid } = stack
  const program = await meterOfProcess(gear ? worker.pid : baseline.pid)()
  const temporal = await meterOfProcess(temporalPid)()
  const stored = await database.meter()
  const emulated = await meterOfProcess(emulator.pid)()
  return async () => ({
    program: await program(),
    temporal: gear ? await temporal() : null,
    database: await stored(),
    emulator: await emulated(),
  })
}

let runs = 0

/** A forced refresh of every active city, as `refresh --force` asks for it. */
export async function refreshAll({ client }: Stack, fanOut: Gear): Promise<BaselineReport> {
  const input: RefreshAllCitiesInput = {
    trigger: 'cli',
    force: true,
    maxAgeSeconds: { conditions: 900 },
    tickSeconds: 0,
    fanOut,
    shape: REFRESH_SHAPE,
    timings: REFRESH_TIMINGS,
    limits: { ...SINGLE_RUN_LIMITS, softLimitMs: SOFT_LIMIT_MS },
  }
  const { ok, failed, fallbacks } = await client.workflow.execute<typeof refreshAllCities>(
    'refreshAllCities',
    {
      taskQueue: TASK_QUEUES.weatherRefresh,
      workflowId: workflowIds.refreshAllCities(`bench-${++runs}`),
      args: [input],
    },
  )
  return { served: ok, fallbacks, failed }
}
