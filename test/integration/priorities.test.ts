import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { REFRESH_SHAPE } from '../../contracts/refresh-shape.ts'
import { PRODUCTS } from '../../domain/weather/product.ts'
import { startRefreshAllCities, startRefreshCity } from '../../temporal/start-refreshes.ts'
import { startRefreshStack, type RefreshStack } from '../support/refresh/refresh-stack.ts'
import { watch, type Watch } from '../support/refresh/refresh-watch.ts'
import { someCities } from '../support/data/some-cities.ts'
import {
  startTemporalServer,
  type TestTemporalServer,
} from '../support/temporal/temporal-server.ts'
import { until } from '../support/until.ts'

const CITIES = someCities(10_000)
/** The run reaches it last, so its refresh has not begun when the person requests it. */
const LAST = CITIES.at(-1)!
const CROWDED = {
  ...REFRESH_SHAPE,
  childrenInFlight: 170,
  citiesPerShard: { city: 170, bulk: 1000 },
}
const FIVE_PERCENT = 500
/** On a machine that is busy with more than this. */
const CROWD_MS = 240_000

describe("a person's refresh amid a scheduled run of 10 000 cities", () => {
  let server: TestTemporalServer
  let stack: RefreshStack
  let seen: Watch

  // A server of each test's own: to end a crowd of workflows in good order takes a minute.
  beforeEach(async () => {
    server = await startTemporalServer()
    stack = await startRefreshStack({
      temporalAddress: server.address,
      cities: CITIES,
      providers: ['open-meteo'],
      variables: { WEATHER247_REFRESH_CONCURRENCY: '4' },
    })
    seen = watch(stack)
  })
  afterEach(async () => {
    stack.emulator.control.clearFaults()
    await stack.close()
    await server.close()
  })

  const outcomeOf = (workflowId: string): Promise<unknown> =>
    stack.client.workflow.getHandle(workflowId).result()

  async function keyOf(workflowId: string): Promise<number | undefined> {
    const { priority } = await stack.client.workflow.getHandle(workflowId).describe()
    return priority?.priorityKey
  }

  const slowly = (delayMs: number): void => {
    stack.emulator.control.setFaults([{ provider: 'open-meteo', kind: 'delay', delayMs }])
  }

  /** More wait in the queue than the run may get done before the person is served. */
  const crowd = () =>
    until(
      async () => (await stack.client.workflow.count(`WorkflowType = 'refreshCity'`)).count > 600,
      { what: 'a crowd', timeoutMs: CROWD_MS },
    )

  it.each(['city', 'bulk'] as const)(
    'overtakes what is queued, in gear %s',
    { timeout: CROWD_MS + 60_000 },
    async (fanOut) => {
      // Four calls at a time: so few are done before the queue is full, however long that takes.
      slowly(4_000)
      const run = await stack.startRefreshAll({
        trigger: 'schedule',
        force: true,
        fanOut,
        shape: CROWDED,
      })
      await (fanOut === 'city' ? crowd() : seen.callUnderWay())
      slowly(1_000)
      const { workflowId } = await startRefreshCity(stack.client, {
        city: LAST,
        products: PRODUCTS,
        trigger: 'api',
        force: true,
      })
      expect(await outcomeOf(workflowId)).toMatchObject({ outcome: 'ok', joined: false })
      expect(await seen.outcomes((await run.describe()).runId)).toBeLessThan(FIVE_PERCENT)
      expect((await run.describe()).status.name).toBe('RUNNING')
    },
  )

  it('and of a few named cities goes before as well, with all that it starts', async () => {
    const cityIds = CITIES.slice(-3).map(({ id }) => id)
    slowly(2_000)
    const maxAgeSeconds = { conditions: 0 }
    const options = { trigger: 'cli', force: true, maxAgeSeconds, fanOut: 'city' } as const
    const few = await startRefreshAllCities(stack.client, { ...options, cityIds })
    const child = `refresh-city/${cityIds[0]}`
    await until(
      () =>
        keyOf(child).then(
          (key) => key === 1,
          () => false,
        ),
      { what: 'a child first in its queue' },
    )
    expect(await keyOf(few.workflowId)).toBe(1)
    expect(await outcomeOf(few.workflowId)).toMatchObject({ status: 'completed', ok: 3 })
    const all = await startRefreshAllCities(stack.client, options)
    expect(await keyOf(all.workflowId)).toBe(3)
  })
})
