import { afterEach, describe, expect, it } from 'vitest'
import { REFRESH_SHAPE } from '../../contracts/refresh-shape.ts'
import { workflowIds } from '../../contracts/workflow-ids.ts'
import { withRefreshStack } from '../support/fixtures/with-refresh-stack.ts'
import { leaveNothing } from '../support/temporal/end-runs.ts'
import { runsOf, shardsOf } from '../support/temporal/run-chain.ts'
import { someCities } from '../support/data/some-cities.ts'
import { until } from '../support/until.ts'

/** The server warns from here on, and ends a run at five times as many. */
const MAX_EVENTS = 10_240
const CITIES = someCities(2_000)
const OWN_FAILURE = CITIES[1_000]!

describe('a run of 2000 cities', () => {
  const stack = withRefreshStack({ cities: CITIES, providers: ['open-meteo'] })

  afterEach(() => leaveNothing(stack))

  it('goes through as many short histories as it needs, and counts every city once', async () => {
    const { latitude: placeLatitude } = OWN_FAILURE
    const fault = { provider: 'open-meteo', kind: 'out-of-range', placeLatitude } as const
    stack.emulator.control.setFaults([fault])
    const shape = {
      ...REFRESH_SHAPE,
      citiesPerShard: { ...REFRESH_SHAPE.citiesPerShard, bulk: 50 },
      shardsPerRun: 15,
    }
    const first = await stack.startRefreshAll({ fanOut: 'bulk', shape })
    const result = await first.result()
    expect(result).toMatchObject({ total: 2_000, ok: 1_999, failed: 1, left: 0, skipped: 0 })
    expect(result.failures.map(({ cityId }) => cityId)).toEqual([OWN_FAILURE.id])
    const runs = await runsOf(stack.client, first)
    expect(runs).toHaveLength(3)
    for (const { historyLength } of runs) expect(historyLength).toBeLessThan(MAX_EVENTS)
  })

  it('has room to spare in its histories also with a workflow for each city', async () => {
    const cityIds = CITIES.slice(0, 100).map(({ id }) => id)
    const first = await stack.startRefreshAll({ fanOut: 'city', cityIds, force: true })
    expect(await first.result()).toMatchObject({ total: 100, ok: 100, left: 0 })
    const shards = 100 / REFRESH_SHAPE.citiesPerShard.city
    const { historyLength } = await first.describe()
    expect((historyLength / shards) * REFRESH_SHAPE.shardsPerRun).toBeLessThan(MAX_EVENTS)
    const started = await shardsOf(stack.client, first)
    expect(started).toHaveLength(shards)
    for (const shard of started) expect(shard.historyLength).toBeLessThan(MAX_EVENTS)
  })

  it('goes on without the one city whose workflow a person cancels', async () => {
    const cities = CITIES.slice(200, 210)
    const { id: cityId, name } = cities[3]!
    stack.emulator.control.setFaults([{ provider: 'open-meteo', kind: 'delay', delayMs: 6_000 }])
    const cityIds = cities.map(({ id }) => id)
    const run = await stack.startRefreshAll({ fanOut: 'city', cityIds, force: true })
    await until(() => stack.emulator.control.stats()['open-meteo'].inFlight > 0, {
      what: 'a call is under way',
    })
    const one = stack.client.workflow.getHandle(workflowIds.refreshCity(cityId))
    const isRunning = () =>
      one.describe().then(
        ({ status }) => status.name === 'RUNNING',
        () => false,
      )
    await until(isRunning, { what: "the city's workflow has begun" })
    await one.cancel()
    const result = await run.result()
    expect(result).toMatchObject({ status: 'completed_partial', ok: 9, failed: 0, left: 1 })
    expect(result.leftSample).toEqual([{ cityId, name }])
  })
})
