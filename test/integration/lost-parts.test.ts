import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REFRESH_SHAPE, REFRESH_TIMINGS } from '../../contracts/refresh-shape.ts'
import { workflowIds } from '../../contracts/workflow-ids.ts'
import { refreshStates } from '../../db/schema/index.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { startRefreshStack, type RefreshStack } from '../support/refresh/refresh-stack.ts'
import { watch, type Watch } from '../support/refresh/refresh-watch.ts'
import { someCities } from '../support/data/some-cities.ts'
import { ownTemporalAddress } from '../support/temporal/temporal-address.ts'
import { until } from '../support/until.ts'

const CITIES = someCities(20)
const LUCKLESS = CITIES[0]!
const LONG_MS = 100_000
/** What fails is not asked for again while the test goes on. */
const WAITS_LONG = {
  ...REFRESH_TIMINGS,
  retryInitialMs: LONG_MS,
  passes: { most: 9, initialMs: LONG_MS, longestWaitMs: LONG_MS },
}

let stack: RefreshStack
let seen: Watch

/** A provider whose requests carry one place each: one that fails leaves the others alone. */
const start = async (provider: ProviderId): Promise<void> => {
  const temporalAddress = ownTemporalAddress()
  stack = await startRefreshStack({ temporalAddress, cities: CITIES, providers: [provider] })
  seen = watch(stack)
}

const statesOf = (runId: string) =>
  stack.database.db.select().from(refreshStates).where(eq(refreshStates.outcomeRunId, runId))

describe('a city whose workflow is cancelled while it waits to be asked again', () => {
  beforeAll(() => start('open-meteo'))
  afterAll(() => stack.close())

  it('is left, though it was served in part', async () => {
    const air = { provider: 'open-meteo', path: '/v1/air-quality' } as const
    stack.emulator.control.setFaults([{ ...air, kind: 'status', status: 503 }])
    const run = await stack.startRefreshAll({
      force: true,
      fanOut: 'city',
      maxAgeSeconds: { conditions: 900, 'air-quality': 3600 },
      timings: { ...REFRESH_TIMINGS, retryInitialMs: 8_000 },
    })
    const { runId } = await run.describe()
    const allWait = async () =>
      (await statesOf(runId)).filter((state) => state.asksAgain).length === 20
    await until(allWait, { what: 'every city waits for its air quality' })
    await stack.client.workflow.getHandle(workflowIds.refreshCity(LUCKLESS.id)).cancel()
    stack.emulator.control.clearFaults()
    const result = await run.result()
    expect(result).toMatchObject({ status: 'completed_partial', ok: 19, left: 1, joined: 0 })
    expect(result.leftSample).toEqual([{ cityId: LUCKLESS.id, name: LUCKLESS.name }])
    expect(await seen.claims()).toEqual([])
  })
})

describe('a shard that is terminated while one of its cities waits to be asked again', () => {
  beforeAll(async () => {
    await start('met-norway')
    const { latitude: placeLatitude } = LUCKLESS
    stack.emulator.control.setFaults([
      { provider: 'met-norway', kind: 'status', status: 503, placeLatitude },
    ])
  })
  afterAll(() => stack.close())

  const waitsWith = (cities: number, runId: string) =>
    until(
      async () => {
        const states = await statesOf(runId)
        return states.length >= cities && states.some(({ asksAgain }) => asksAgain)
      },
      { what: 'the city waits to be asked again' },
    )

  it.each([1, REFRESH_SHAPE.shardsPerRun])(
    'has what it stored counted, with %i shards before the run continues as new',
    async (shardsPerRun) => {
      const shape = { ...REFRESH_SHAPE, shardsPerRun, citiesPerShard: { city: 10, bulk: 10 } }
      const run = await stack.startRefreshAll({
        force: true,
        fanOut: 'bulk',
        timings: WAITS_LONG,
        shape,
        cityIds: CITIES.map(({ id }) => id),
      })
      const { runId } = await run.describe()
      await waitsWith(shardsPerRun === 1 ? 10 : 20, runId)
      const states = await stack.database.db.select().from(refreshStates)
      expect(states.filter(({ asksAgain }) => asksAgain)).toHaveLength(1)
      for await (const { workflowId, status } of stack.client.workflow.list({
        query: `WorkflowType = 'refreshCities' AND ExecutionStatus = 'Running'`,
      })) {
        if (status.name !== 'RUNNING' || !workflowId.includes(run.workflowId)) continue
        await stack.client.workflow.getHandle(workflowId).terminate('by the test')
      }
      expect(await run.result()).toMatchObject({
        status: 'completed_partial',
        ok: 19,
        failed: 1,
        left: 0,
        joined: 0,
        total: 20,
      })
      expect(await seen.claims()).toEqual([])
    },
  )
})
