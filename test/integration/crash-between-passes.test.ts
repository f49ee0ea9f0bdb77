import { and, eq, type SQL } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { REFRESH_TIMINGS } from '../../contracts/refresh-shape.ts'
import { refreshCounts, refreshStates } from '../../db/schema/index.ts'
import {
  SHAPE,
  startChaosStack,
  type ChaosRun,
  type ChaosStack,
} from '../support/refresh/chaos-stack.ts'
import { endRuns } from '../support/temporal/end-runs.ts'
import { expectEveryCityOnce, expectRowsOnce } from '../support/refresh/refresh-invariants.ts'
import { someCities } from '../support/data/some-cities.ts'
import { ownTemporalAddress } from '../support/temporal/temporal-address.ts'
import { until } from '../support/until.ts'
import { startWorkerProcess, type WorkerProcess } from '../support/processes/worker-process.ts'

const CITIES = someCities(20)
const TIMEOUT_MS = 240_000
/** A worker of the test's own starts meanwhile. */
const timeoutMs = 120_000
const PROVIDER = 'open-meteo'
const DOWN = { provider: PROVIDER, kind: 'status', status: 503 } as const

/** Two shards of ten, and waits that are long enough to be met. */
const passes = { most: 5, initialMs: 6_000, longestWaitMs: 60_000 }
const IN_BULK = { fanOut: 'bulk', shape: SHAPE, timings: { ...REFRESH_TIMINGS, passes } } as const
/** Shards under way together may share a request, which then fails or serves both of them. */
const ONE_BY_ONE = { ...IN_BULK, shape: { ...SHAPE, shardsInFlight: 1 } } as const

describe('a worker killed with -9 in a run of several passes', { timeout: TIMEOUT_MS }, () => {
  let stack: ChaosStack
  let worker: WorkerProcess

  beforeEach(async () => {
    const temporalAddress = ownTemporalAddress()
    stack = await startChaosStack({ temporalAddress, cities: CITIES, latencyMs: 0 })
    worker = startWorkerProcess(stack.variables)
  }, TIMEOUT_MS)
  afterEach(async () => {
    stack.emulator.control.clearFaults()
    try {
      await endRuns(stack.client)
    } finally {
      await worker.stop()
      await stack.close()
    }
  }, TIMEOUT_MS)

  const citiesOf = ({ runId }: ChaosRun, what: SQL): Promise<number> =>
    stack.database.db.$count(refreshStates, and(eq(refreshStates.outcomeRunId, runId), what))

  const askedAgain = (run: ChaosRun) => citiesOf(run, eq(refreshStates.asksAgain, true))

  const served = (run: ChaosRun) => citiesOf(run, eq(refreshStates.outcome, 'ok'))

  /** Every shard that is not over waits for its next pass. */
  const isBetweenPasses = async ({ workflowId }: ChaosRun): Promise<boolean> => {
    const { raw } = await stack.client.workflow.getHandle(workflowId).describe()
    const shards = (raw.pendingChildren ?? []).map((child) => child.workflowId ?? '')
    const waits = await Promise.all(shards.map(isWaiting))
    return waits.length > 0 && waits.every((waits) => waits)
  }

  const isWaiting = async (shard: string): Promise<boolean> => {
    const { events } = await stack.client.workflow.getHandle(shard).fetchHistory()
    const count = (isOne: (event: NonNullable<typeof events>[number]) => boolean): number =>
      (events ?? []).filter(isOne).length
    const started = count((event) => Boolean(event.timerStartedEventAttributes))
    return started > count((event) => Boolean(event.timerFiredEventAttributes))
  }

  const replaceWorker = async (): Promise<void> => {
    expect(worker.isRunning(), worker.outputTail()).toBe(true)
    await worker.kill()
    stack.emulator.control.clearFaults()
    worker = startWorkerProcess(stack.variables)
  }

  const expectNothingLost = async (run: ChaosRun): Promise<void> => {
    const result = await run.result
    await expectEveryCityOnce(stack, run.runId, CITIES.length, result)
    await expectRowsOnce(stack, CITIES.length)
    expect(result.providers[PROVIDER]?.served).toBe(CITIES.length)
    expect(result.givenUp).toBeUndefined()
    expect(result.passes).toBeGreaterThan(1)
    expect(await askedAgain(run)).toBe(0)
    const counts = await stack.database.db.select().from(refreshCounts)
    expect(counts).toMatchObject([{ outcome: 'ok', provider: PROVIDER, cities: CITIES.length }])
  }

  it('between two passes loses no city, and none is counted twice', async () => {
    stack.emulator.control.setFaults([DOWN])
    const run = await stack.startRun(IN_BULK)
    await until(async () => (await askedAgain(run)) === CITIES.length && isBetweenPasses(run), {
      what: 'every city waits for the next pass',
      timeoutMs,
    })
    await replaceWorker()
    await expectNothingLost(run)
  })

  it('between two passes keeps what the first one served', async () => {
    const { latitude: placeLatitude } = CITIES.at(-1)!
    stack.emulator.control.setFaults([{ ...DOWN, placeLatitude }])
    const run = await stack.startRun(ONE_BY_ONE)
    await until(
      async () =>
        (await askedAgain(run)) + (await served(run)) === CITIES.length && isBetweenPasses(run),
      { what: 'some cities are served, and the others wait for the next pass', timeoutMs },
    )
    const servedBefore = await served(run)
    expect(servedBefore).toBeGreaterThanOrEqual(SHAPE.citiesPerShard.bulk)
    expect(servedBefore).toBeLessThan(CITIES.length)
    stack.emulator.control.resetStats()
    await replaceWorker()
    await expectNothingLost(run)
    expect(stack.emulator.control.stats()[PROVIDER].places).toBe(CITIES.length - servedBefore)
  })

  it('while the second pass asks loses no city, and none is counted twice', async () => {
    stack.emulator.control.setFaults([DOWN])
    const run = await stack.startRun(IN_BULK)
    await until(async () => (await askedAgain(run)) === CITIES.length, {
      what: 'every city is to be asked again',
      timeoutMs,
    })
    stack.emulator.control.setFaults([{ provider: PROVIDER, kind: 'hang' }])
    await until(() => stack.emulator.control.stats()[PROVIDER].inFlight > 0, {
      what: 'the second pass asks',
    })
    await replaceWorker()
    await expectNothingLost(run)
  })
})
