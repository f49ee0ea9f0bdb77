import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { RefreshAllCitiesInput } from '../../contracts/refresh.ts'
import { REFRESH_TIMINGS } from '../../contracts/refresh-shape.ts'
import { refreshCounts, refreshStates } from '../../db/schema/index.ts'
import { leaveNothing } from '../support/temporal/end-runs.ts'
import {
  refreshInput,
  startRefreshStack,
  type RefreshStack,
} from '../support/refresh/refresh-stack.ts'
import { watch, type Watch } from '../support/refresh/refresh-watch.ts'
import { someCities } from '../support/data/some-cities.ts'
import { ownTemporalAddress } from '../support/temporal/temporal-address.ts'
import { until } from '../support/until.ts'

const CITIES = someCities(190)
const idsOf = (from: number, to: number) => CITIES.slice(from, to).map(({ id }) => id)
const IN_BULK = { fanOut: 'bulk', cityIds: idsOf(0, 150) } as const
const BY_CITY = { fanOut: 'city', cityIds: idsOf(150, 190) } as const
const ALL_DUE = { force: true, timings: REFRESH_TIMINGS } as const
const DOWN = { kind: 'status', status: 503 } as const

let stack: RefreshStack
let seen: Watch

async function startStack(): Promise<void> {
  const temporalAddress = ownTemporalAddress()
  stack = await startRefreshStack({ temporalAddress, cities: CITIES })
  seen = watch(stack)
}

const outage = (more: { seconds?: number; retryAfterSeconds?: number } = {}): void => {
  stack.emulator.control.setFaults(
    (['open-meteo', 'met-norway'] as const).map((provider) => ({ provider, ...DOWN, ...more })),
  )
}

const askedAgain = () =>
  stack.database.db.select().from(refreshStates).where(eq(refreshStates.asksAgain, true))

const start = (overrides: Partial<RefreshAllCitiesInput>) =>
  stack.startRefreshAll({ ...ALL_DUE, ...overrides })

describe('a run that meets an outage', () => {
  beforeAll(startStack)
  afterAll(() => stack.close())
  afterEach(() => leaveNothing(stack))

  const counted = async (): Promise<number> => {
    const rows = await stack.database.db.select().from(refreshCounts)
    return rows.reduce((sum, { cities }) => sum + cities, 0)
  }

  const waitsForNextPass = () =>
    until(async () => (await askedAgain()).length === IN_BULK.cityIds.length, {
      what: 'every city waits to be asked again',
    })

  it.each([3, 8, 30])(
    'of all providers for %i s loses no city, in either gear',
    { timeout: 180_000 },
    async (seconds) => {
      const before = await counted()
      outage()
      stack.emulator.control.resetStats()
      const runs = await Promise.all([start(IN_BULK), start(BY_CITY)])
      await until(() => stack.emulator.control.stats()['open-meteo'].requests > 0, {
        what: 'a request meets the outage',
      })
      outage({ seconds })
      const [bulk, city] = await Promise.all(runs.map((run) => run.result()))
      expect(bulk).toMatchObject({ status: 'completed', fanOut: 'bulk', ok: 150, failed: 0 })
      expect(bulk?.givenUp).toBeUndefined()
      expect(city).toMatchObject({ status: 'completed', fanOut: 'city', ok: 40, failed: 0 })
      expect(await seen.claims()).toEqual([])
      expect(await askedAgain()).toEqual([])
      // However often it was asked about, a city is counted once.
      expect(await counted()).toBe(before + 190)
    },
  )

  it('says after its last pass how many it took, and what it gave up', async () => {
    outage()
    const passes = { most: 3, initialMs: 50, longestWaitMs: 60_000 }
    const timings = { ...REFRESH_TIMINGS, passes }
    const before = await counted()
    const result = await (await start({ ...IN_BULK, timings })).result()
    expect(result).toMatchObject({ status: 'failed', failed: 150, passes: 3, left: 0 })
    const givenUp = Object.values(result.givenUp ?? {})
    expect(givenUp.reduce((sum, cities) => sum + cities, 0)).toBe(150)
    expect(await askedAgain()).toEqual([])
    expect(await seen.claims()).toEqual([])
    expect(await counted()).toBe(before + 150)
  })

  it('ends at once when it is cancelled while it waits for the next pass, and leaves no claim', async () => {
    outage()
    const passes = { most: 9, initialMs: 100_000, longestWaitMs: 60_000 }
    const before = await counted()
    const run = await start({ ...IN_BULK, timings: { ...REFRESH_TIMINGS, passes } })
    await waitsForNextPass()
    const { runId } = await run.describe()
    await run.cancel()
    await expect(run.result()).rejects.toThrow()
    const summary = (await seen.summaryOf(runId))?.summary
    expect(summary).toMatchObject({ status: 'cancelled', failed: 150, left: 0, total: 150 })
    expect(await seen.claims()).toEqual([])
    expect(await askedAgain()).toEqual([])
    expect(await counted()).toBe(before + 150)
  })

  it('keeps its cities to itself between two passes: another run waits, and reports joined', async () => {
    outage()
    const passes = { most: 2, initialMs: 8_000, longestWaitMs: 60_000 }
    const first = await start({ ...IN_BULK, timings: { ...REFRESH_TIMINGS, passes } })
    await waitsForNextPass()
    stack.emulator.control.clearFaults()
    const second = await start(IN_BULK)
    expect(await first.result()).toMatchObject({ status: 'completed', ok: 150, passes: 2 })
    expect(await second.result()).toMatchObject({
      status: 'completed',
      ok: 0,
      joined: 150,
      left: 0,
    })
  })

  it('has a city in its counts once when only its air quality is asked for again', async () => {
    const provider = 'open-meteo'
    stack.emulator.control.setFaults([{ provider, ...DOWN, path: 'air-quality' }])
    const maxAgeSeconds = { conditions: 900, 'air-quality': 3_600 }
    const before = await counted()
    const run = await start({ ...IN_BULK, maxAgeSeconds })
    await waitsForNextPass()
    expect(await counted()).toBe(before)
    stack.emulator.control.clearFaults()
    const result = await run.result()
    expect(result).toMatchObject({ status: 'completed', ok: 150, partial: 0 })
    expect(result.passes).toBeGreaterThan(1)
    expect(result.providers['open-meteo']?.served).toBe(150)
    expect(await askedAgain()).toEqual([])
    expect(await counted()).toBe(before + 150)
  })
})

describe('a run whose providers ask for a longer wait than it has', () => {
  // Workers of its own: a circuit that is still open would be worth a pass.
  beforeAll(startStack)
  afterAll(() => stack.close())

  it('makes no further pass that would begin past its soft limit', async () => {
    outage({ retryAfterSeconds: 80 })
    const limits = { ...refreshInput().limits, softLimitMs: 60_000, softGraceMs: 10_000 }
    const result = await (await start({ ...IN_BULK, limits })).result()
    expect(result).toMatchObject({ status: 'failed', failed: 150, left: 0, passes: 1 })
    expect(await seen.claims()).toEqual([])
    expect(await askedAgain()).toEqual([])
  })
})
