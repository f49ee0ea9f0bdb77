import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { REFRESH_SHAPE } from '../../contracts/refresh-shape.ts'
import {
  refreshInput,
  startRefreshStack,
  type RefreshStack,
} from '../support/refresh/refresh-stack.ts'
import { watch, type Watch } from '../support/refresh/refresh-watch.ts'
import { runsOf } from '../support/temporal/run-chain.ts'
import { someCities } from '../support/data/some-cities.ts'
import { ownTemporalAddress } from '../support/temporal/temporal-address.ts'

const CITIES = someCities(10)
/** With none tried before, cities come by id. */
const HUNG = CITIES[2]!
const ONE_BY_ONE = { ...REFRESH_SHAPE, citiesPerShard: { city: 2, bulk: 2 }, shardsInFlight: 1 }
const GEARS = ['city', 'bulk'] as const

describe('a run that reaches its soft limit', () => {
  let stack: RefreshStack
  let seen: Watch

  beforeEach(async () => {
    const temporalAddress = ownTemporalAddress()
    stack = await startRefreshStack({ temporalAddress, cities: CITIES, providers: ['open-meteo'] })
    seen = watch(stack)
  })
  afterEach(() => stack.close())

  const limits = (softLimitMs: number) => ({
    ...refreshInput().limits,
    softLimitMs,
    softGraceMs: 1_000,
  })

  it.each(GEARS)(
    'in gear %s cancels the call that hangs, and its stored summary says which cities are left',
    async (fanOut) => {
      const { latitude: placeLatitude } = HUNG
      stack.emulator.control.setFaults([{ provider: 'open-meteo', kind: 'hang', placeLatitude }])
      const result = await stack.refreshAll({ fanOut, shape: ONE_BY_ONE, limits: limits(7_000) })
      expect(result).toMatchObject({ status: 'timed_out', total: 10, ok: 2, failed: 0, left: 8 })
      expect(result.leftSample).toEqual(
        CITIES.slice(2).map(({ id, name }) => ({ cityId: id, name })),
      )
      expect((await seen.summaryOf(result.runId))?.summary).toEqual(result)
      expect(await seen.claims()).toEqual([])
      await seen.quiet()
    },
  )

  it('is at the end of its time however often it has continued as new', async () => {
    stack.emulator.control.setFaults([{ provider: 'open-meteo', kind: 'delay', delayMs: 1_500 }])
    const shape = { ...ONE_BY_ONE, shardsPerRun: 1 }
    const first = await stack.startRefreshAll({ fanOut: 'bulk', shape, limits: limits(4_000) })
    const result = await first.result()
    expect(result).toMatchObject({ status: 'timed_out', total: 10, failed: 0 })
    expect(result.ok).toBeGreaterThan(0)
    expect(result.left).toBeGreaterThan(0)
    expect(result.ok + result.left).toBe(10)
    expect(result.leftSample).toHaveLength(result.left)
    const runs = await runsOf(stack.client, first)
    expect(runs.length).toBeGreaterThan(1)
    expect(result.runId).toBe(runs[0]?.runId)
    expect(result.startedAt).toBe(runs[0]?.startTime.toISOString())
  })
})
