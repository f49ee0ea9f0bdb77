import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TASK_QUEUES } from '../../contracts/task-queues.ts'
import { WorkflowFailedError } from '@temporalio/client'
import { createWarmingActivities } from '../../activities/index.ts'
import { PRIORITY_KEYS } from '../../contracts/refresh.ts'
import type { WarmCacheResult } from '../../contracts/warm-cache.ts'
import { cityReads, latestConditions, refreshStates, runSummaries } from '../../db/schema/index.ts'
import { withRefreshStack } from '../support/fixtures/with-refresh-stack.ts'
import { watch } from '../support/refresh/refresh-watch.ts'
import { someCities } from '../support/data/some-cities.ts'
import { readCities, startWarming } from '../support/jobs/warming-runs.ts'

const CITIES = someCities(30)
const IDS = CITIES.map(({ id }) => id)
const PROVIDER = 'open-meteo'

describe('warming the cache', () => {
  const stack = withRefreshStack({
    cities: CITIES,
    providers: [PROVIDER],
    moreQueues: [TASK_QUEUES.cacheWarming],
  })
  const seen = watch(stack)

  beforeEach(async () => {
    stack.emulator.control.resetStats()
    await stack.database.db.delete(cityReads)
    await stack.database.db.delete(latestConditions)
    await stack.database.db.update(refreshStates).set({
      conditionsConfirmedAt: null,
      forecastConfirmedAt: null,
      airQualityConfirmedAt: null,
    })
  })
  afterEach(async () => {
    stack.emulator.control.clearFaults()
    await seen.quiet()
  })

  type Overrides = Parameters<typeof startWarming>[1]

  const warm = async (overrides?: Overrides): Promise<WarmCacheResult> =>
    (await startWarming(stack, overrides)).result()

  const read = (cityIds: readonly number[]) => readCities(stack.database.db, cityIds)
  const requests = () => stack.emulator.control.stats()[PROVIDER].requests

  it('has nothing to do before a city was read', async () => {
    expect(await warm()).toMatchObject({
      status: 'completed',
      totalCities: 0,
      warmed: 0,
      failed: 0,
      due: 0,
      message: 'Cache warming completed: no city has been read yet',
    })
    expect(requests()).toBe(0)
  })

  it('refreshes the most requested cities that are too old, and no others', async () => {
    await read(IDS.toReversed().slice(0, 25))
    const result = await warm()
    expect(result).toMatchObject({ totalCities: 20, due: 20, refreshed: 20, refreshFailed: 0 })
    const states = await stack.database.db.select().from(refreshStates)
    const refreshed = states.filter((state) => state.conditionsConfirmedAt !== null)
    const ids = refreshed.map(({ cityId }) => cityId).sort((one, other) => one - other)
    expect(ids).toEqual(IDS.slice(10))
  })

  it('makes no request for a city that is young', async () => {
    await read(IDS)
    await warm()
    const asked = requests()
    expect(asked).toBeGreaterThan(0)
    expect(await warm()).toMatchObject({ status: 'completed', totalCities: 20, due: 0 })
    expect(requests()).toBe(asked)
  })

  it('finds nothing due that no provider offers', async () => {
    await read([1])
    const { popularCities } = createWarmingActivities({
      db: stack.database.db,
      now: () => new Date(),
      shared: undefined,
      halfLifeHours: 24,
      chain: { products: ['conditions'] },
    })
    const maxAgeSeconds = { conditions: 900, 'air-quality': 3600 }
    const [popular] = await popularCities({ cities: 1, maxAgeSeconds })
    expect(popular?.due).toEqual(['conditions'])
  })

  it('says that nothing was cached ahead where each process has its own cache', async () => {
    await read([1, 2])
    expect(await warm()).toMatchObject({
      status: 'completed',
      cache: 'own',
      warmed: 0,
      failed: 0,
      refreshed: 2,
      message:
        'Without REDIS_URL each process caches for itself: none was cached ahead; ' +
        'of 2 due 2 were refreshed, 0 by others, 0 failed',
    })
  })

  it('starts children that stand behind people, and can be found', async () => {
    await read([7])
    const { startedAt } = await warm()
    const query = `WorkflowType = 'refreshCity' AND StartTime >= '${startedAt}' AND WeatherRunKind = 'warm' AND WeatherCityId = '7'`
    const children = []
    for await (const child of stack.client.workflow.list({ query })) children.push(child)
    expect(children).toHaveLength(1)
    const handle = stack.client.workflow.getHandle('refresh-city/7')
    expect((await handle.describe()).priority).toMatchObject({
      priorityKey: PRIORITY_KEYS.schedule,
    })
  })

  it('goes on when a city cannot be refreshed, and says so', async () => {
    await read([1, 2, 3])
    const { latitude: placeLatitude } = CITIES[1]!
    stack.emulator.control.setFaults([{ provider: PROVIDER, kind: 'out-of-range', placeLatitude }])
    expect(await warm({ maxAgeSeconds: { conditions: 900 } })).toMatchObject({
      status: 'completed_partial',
      totalCities: 3,
      due: 3,
      refreshed: 2,
      refreshFailed: 1,
      failed: 1,
      failedCityIds: [2],
    })
  })

  it('leaves a city to the refresh that is under way', async () => {
    await read([1, 2])
    stack.emulator.control.setFaults([{ provider: PROVIDER, kind: 'delay', delayMs: 2_000 }])
    const person = await stack.startRefreshCity(CITIES[0]!)
    await seen.callUnderWay()
    expect(await warm({ maxAgeSeconds: { conditions: 900 } })).toMatchObject({
      status: 'completed',
      joined: 1,
      refreshed: 1,
    })
    expect(await person.result()).toMatchObject({ outcome: 'ok', joined: false })
    expect(seen.places()).toBe(2)
  })

  it('starts no more refreshes past its soft limit, and still reports', async () => {
    await read([1, 2, 3])
    stack.emulator.control.setFaults([{ provider: PROVIDER, kind: 'delay', delayMs: 1_500 }])
    const limits = { softLimitMs: 1_000, softGraceMs: 30_000, expiresAfterMs: null }
    const result = await warm({
      limits,
      childrenInFlight: 1,
      maxAgeSeconds: { conditions: 900 },
    })
    expect(result).toMatchObject({ status: 'timed_out', due: 3, refreshed: 1, cache: 'own' })
    expect(seen.places()).toBe(1)
  })

  it('takes its children with it when it is cancelled, and stores what it had done', async () => {
    await read([1, 2])
    stack.emulator.control.setFaults([{ provider: PROVIDER, kind: 'hang' }])
    const run = await startWarming(stack)
    await seen.callUnderWay()
    await run.cancel()
    await expect(run.result()).rejects.toThrow(WorkflowFailedError)
    await seen.quiet()
    expect(await seen.claims()).toEqual([])
    const [summary] = await stack.database.db
      .select()
      .from(runSummaries)
      .where(eq(runSummaries.runId, run.firstExecutionRunId))
    expect(summary).toMatchObject({
      workflowType: 'warmCacheForPopularCities',
      status: 'cancelled',
      summary: { totalCities: 2, due: 2, refreshed: 0, refreshFailed: 0, cache: null },
    })
  })

  it('counts a refresh that a person cancels as failed, and is not cancelled with it', async () => {
    await read([1])
    stack.emulator.control.setFaults([{ provider: PROVIDER, kind: 'hang' }])
    const run = await startWarming(stack)
    await seen.callUnderWay()
    await stack.client.workflow.getHandle('refresh-city/1').cancel()
    expect(await run.result()).toMatchObject({
      status: 'completed_partial',
      refreshFailed: 1,
      failedCityIds: [1],
    })
  })
})
