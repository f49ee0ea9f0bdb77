import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RefreshAllCitiesInput } from '../../contracts/refresh.ts'
import { withRefreshStack } from '../support/fixtures/with-refresh-stack.ts'
import { watch } from '../support/refresh/refresh-watch.ts'
import { someCities } from '../support/data/some-cities.ts'

const CITIES = someCities(100)
const [CITY] = CITIES
/** Long against what starting a run takes, short of what a call may take. */
const FIRST_IS_SLOW = { delayMs: 5_000, remaining: 1 }

/** Due is what was confirmed before the run started: each test finds everything due. */
const ALL_DUE: Partial<RefreshAllCitiesInput> = { maxAgeSeconds: { conditions: 0 } }

describe('those who want the same city at once', () => {
  const stack = withRefreshStack({ cities: CITIES, providers: ['open-meteo'] })
  const seen = watch(stack)

  beforeEach(() => {
    stack.emulator.control.resetStats()
  })
  afterEach(async () => {
    stack.emulator.control.clearFaults()
    await seen.quiet()
  })

  const slowly = (fault: { delayMs: number; remaining?: number } = FIRST_IS_SLOW): void => {
    stack.emulator.control.setFaults([{ provider: 'open-meteo', kind: 'delay', ...fault }])
  }

  it.each(['city', 'bulk'] as const)(
    'has the second run in gear %s report joined what the first is at',
    async (fanOut) => {
      slowly()
      const first = await stack.startRefreshAll({ ...ALL_DUE, fanOut })
      await seen.callUnderWay()
      const second = await stack.startRefreshAll({ ...ALL_DUE, fanOut })
      const results = await Promise.all([first.result(), second.result()])
      expect(results[0]).toMatchObject({ ok: 100, joined: 0, failed: 0, left: 0 })
      expect(results[1]).toMatchObject({ ok: 0, failed: 0, left: 0 })
      // Where it starts late, the first may be done with some.
      expect(results[1].joined + results[1].skipped).toBe(100)
      expect(results[1].joined).toBeGreaterThan(0)
      expect(seen.places()).toBe(100)
      expect(await seen.claims()).toEqual([])
    },
  )

  it.each(['city', 'bulk'] as const)(
    'asks for each city once however two runs in gear %s share them',
    async (fanOut) => {
      slowly({ delayMs: 300 })
      const shape = { citiesPerShard: { city: 10, bulk: 10 }, shardsInFlight: 2 }
      const start = (reverse: boolean) =>
        stack.startRefreshAll({ ...ALL_DUE, fanOut, shape: { ...shapeOf(shape, reverse) } })
      const runs = await Promise.all([start(false), start(true)])
      const results = await Promise.all(runs.map((run) => run.result()))
      expect(results.reduce((sum, { ok }) => sum + ok, 0)).toBe(100)
      for (const { ok, joined, skipped, total } of results) {
        expect(ok + joined + skipped).toBe(100)
        expect(total).toBe(100)
      }
      expect(seen.places()).toBe(100)
      expect(await seen.claims()).toEqual([])
    },
  )

  it('makes one call for twenty requests of one city, and gives all the same result', async () => {
    slowly()
    const asks = Array.from({ length: 20 }, () => stack.startRefreshCity(CITY!))
    const results = await Promise.all((await Promise.all(asks)).map((handle) => handle.result()))
    expect(seen.places()).toBe(1)
    expect(results[0]).toMatchObject({ outcome: 'ok', joined: false, provider: 'open-meteo' })
    for (const result of results) expect(result).toEqual(results[0])
  })

  it('has a person wait for the run in bulk that holds the city, and report joined', async () => {
    slowly()
    const run = await stack.startRefreshAll({ ...ALL_DUE, fanOut: 'bulk' })
    await seen.callUnderWay()
    const person = await stack.startRefreshCity(CITY!)
    expect(await person.result()).toMatchObject({ joined: true, outcome: 'ok' })
    expect(await run.result()).toMatchObject({ ok: 100, joined: 0 })
    expect(seen.places()).toBe(100)
  })

  it('has a run in gear city wait for the person who is at a city, and report joined', async () => {
    slowly()
    const person = await stack.startRefreshCity(CITY!)
    await seen.callUnderWay()
    const run = await stack.startRefreshAll({ ...ALL_DUE, fanOut: 'city' })
    expect(await person.result()).toMatchObject({ joined: false, outcome: 'ok' })
    expect(await run.result()).toMatchObject({ ok: 99, joined: 1, failed: 0, left: 0 })
    expect(seen.places()).toBe(100)
  })

  it.each([0, 20, 60, 120, 200])(
    'never has a run and a person wait for each other, the person %i ms later',
    async (laterMs) => {
      slowly({ delayMs: 200 })
      const cityIds = CITIES.slice(0, 5).map(({ id }) => id)
      const run = await stack.startRefreshAll({ ...ALL_DUE, fanOut: 'city', cityIds })
      await sleep(laterMs)
      const person = await stack.startRefreshCity(CITY!)
      const [ended, own] = await Promise.all([run.result(), person.result()])
      expect(ended.ok + ended.joined + ended.skipped).toBe(5)
      expect(own.outcome).toBe('ok')
      expect(await seen.claims()).toEqual([])
    },
  )
})

/** The two runs cut differently, so that their shards overlap. */
const shapeOf = (
  shape: { citiesPerShard: { city: number; bulk: number }; shardsInFlight: number },
  isOther: boolean,
): RefreshAllCitiesInput['shape'] => ({
  autoCityLimit: 100,
  childrenInFlight: 5,
  shardsPerRun: 200,
  ownFailureChildren: 20,
  failureSample: 20,
  ...shape,
  citiesPerShard: isOther ? { city: 7, bulk: 7 } : shape.citiesPerShard,
})
