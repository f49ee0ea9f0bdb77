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
import { ownTemporalAddress } from '../support/temporal/temporal-address.ts'
import { startWorkerProcess, type WorkerProcess } from '../support/processes/worker-process.ts'

const CITIES = 500
const KILLS = 20
const LATENCY_MS = 150
const TIMEOUT_MS = 20 * 60_000

let stack: ChaosStack
let worker: WorkerProcess

beforeEach(async () => {
  stack = await startChaosStack({
    temporalAddress: ownTemporalAddress(),
    cities: someCities(CITIES),
    latencyMs: LATENCY_MS,
  })
  worker = startWorkerProcess(stack.variables)
})
afterEach(async () => {
  await worker.stop()
  await stack.close()
})

const arrived = () => stack.emulator.control.stats()['open-meteo']

/** Three in five come while a call is made, the rest whenever: at a start, a claim, a wait. */
async function randomMoment(random: Random, isOver: () => boolean): Promise<void> {
  const isAmidCalls = random.between(1, 5) <= 3
  const more = random.between(1, 8)
  const pauseMs = isAmidCalls ? random.between(0, LATENCY_MS) : random.between(200, 6_000)
  const seen = arrived().requests
  const deadline = Date.now() + 60_000
  while (isAmidCalls && arrived().requests < seen + more && Date.now() < deadline && !isOver()) {
    await sleep(5)
  }
  await sleep(pauseMs)
}

async function killAndReplace(): Promise<number> {
  if (!worker.isRunning()) throw new Error(`the worker has exited: ${worker.outputTail()}`)
  const { inFlight } = arrived()
  await worker.kill()
  worker = startWorkerProcess(stack.variables)
  return inFlight
}

interface Figures {
  kills: number
  killsAmidCalls: number
  runs: number
  repeated: number
}

/** One refresh, with kills until it is over or enough were made. */
async function refreshUnderKills(
  fanOut: 'city' | 'bulk',
  random: Random,
  figures: Figures,
): Promise<void> {
  const placesBefore = arrived().places
  const killsBefore = figures.kills
  const run = await stack.startRun({ fanOut, shape: SHAPE })
  while (figures.kills < KILLS) {
    await randomMoment(random, run.isOver)
    if (run.isOver()) break
    const inFlight = await killAndReplace()
    figures.kills += 1
    if (inFlight > 0) figures.killsAmidCalls += 1
  }
  await expectEveryCityOnce(stack, run.runId, CITIES, await run.result)
  const repeated = arrived().places - placesBefore - CITIES
  expect(repeated).toBeGreaterThanOrEqual(0)
  expect(repeated).toBeLessThanOrEqual((figures.kills - killsBefore) * IN_FLIGHT[fanOut])
  figures.repeated += repeated
  figures.runs += 1
}

describe('a refresh whose workers are killed with -9', () => {
  it.each(['city', 'bulk'] as const)(
    'E15: finishes with every city once, every call charged and little repeated, in gear %s',
    async (fanOut) => {
      const startedAt = new Date()
      const random = seededRandom()
      process.stderr.write(`kill-workers, gear ${fanOut}: CHAOS_SEED=${random.seed}\n`)
      const figures: Figures = { kills: 0, killsAmidCalls: 0, runs: 0, repeated: 0 }
      while (figures.kills < KILLS) await refreshUnderKills(fanOut, random, figures)
      await expectRowsOnce(stack, CITIES)
      const quota = await expectEveryCallCharged(stack, startedAt)
      const seconds = Math.round((Date.now() - startedAt.getTime()) / 1000)
      const report = JSON.stringify({ ...figures, ...quota, seconds })
      process.stderr.write(`kill-workers, gear ${fanOut}: ${report}\n`)
    },
    TIMEOUT_MS,
  )
})
