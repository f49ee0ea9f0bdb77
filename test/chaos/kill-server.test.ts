import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  IN_FLIGHT,
  SHAPE,
  startChaosStack,
  type ChaosStack,
} from '../support/refresh/chaos-stack.ts'
import { seededRandom, type Random } from '../support/random.ts'
import {
  expectEveryCallCharged,
  expectEveryCityOnce,
  expectRowsOnce,
} from '../support/refresh/refresh-invariants.ts'
import { someCities } from '../support/data/some-cities.ts'
import {
  startTemporalServer,
  type TestTemporalServer,
} from '../support/temporal/temporal-server.ts'
import { startWorkerProcess, type WorkerProcess } from '../support/processes/worker-process.ts'

const CITIES = 500
const KILLS = 5
const LATENCY_MS = 150
const TIMEOUT_MS = 20 * 60_000

let server: TestTemporalServer
let stack: ChaosStack
let worker: WorkerProcess
let isEnding = false
let workersStarted = 0

beforeEach(async () => {
  server = await startTemporalServer()
  const cities = someCities(CITIES)
  const temporalAddress = server.address
  stack = await startChaosStack({ temporalAddress, cities, latencyMs: LATENCY_MS })
  isEnding = false
  workersStarted = 0
  keepWorkerRunning()
})
afterEach(async () => {
  isEnding = true
  await worker.stop()
  await stack.close()
  await server.close()
})

/** A worker whose server is down too long exits, and its supervisor starts it again. */
function keepWorkerRunning(): void {
  worker = startWorkerProcess(stack.variables)
  workersStarted += 1
  void worker.gone.then(() => {
    if (!isEnding) keepWorkerRunning()
  })
}

const places = (): number => stack.emulator.control.stats()['open-meteo'].places

async function amidCalls(random: Random, isOver: () => boolean): Promise<void> {
  const seen = places()
  const more = random.between(10, 60)
  const deadline = Date.now() + 90_000
  while (places() < seen + more && Date.now() < deadline && !isOver()) await sleep(5)
  await sleep(random.between(0, 300))
}

async function killAndRestart(random: Random): Promise<void> {
  await server.kill()
  await sleep(random.between(0, 2_000))
  await server.restart()
}

describe('a refresh whose Temporal server is killed with -9', () => {
  it.each(['city', 'bulk'] as const)(
    'finishes with every city once and every call charged, in gear %s',
    async (fanOut) => {
      const startedAt = new Date()
      const random = seededRandom()
      process.stderr.write(`kill-server, gear ${fanOut}: CHAOS_SEED=${random.seed}\n`)
      const run = await stack.startRun({ fanOut, shape: SHAPE })
      let kills = 0
      while (kills < KILLS) {
        await amidCalls(random, run.isOver)
        if (run.isOver()) break
        await killAndRestart(random)
        kills += 1
      }
      await expectEveryCityOnce(stack, run.runId, CITIES, await run.result)
      expect(kills).toBe(KILLS)
      await expectRowsOnce(stack, CITIES)
      const repeated = places() - CITIES
      expect(repeated).toBeLessThanOrEqual(kills * IN_FLIGHT[fanOut])
      const quota = await expectEveryCallCharged(stack, startedAt)
      const seconds = Math.round((Date.now() - startedAt.getTime()) / 1000)
      const report = JSON.stringify({ kills, repeated, ...quota, workersStarted, seconds })
      process.stderr.write(`kill-server, gear ${fanOut}: ${report}\n`)
    },
    TIMEOUT_MS,
  )
})
