import { afterEach, describe, expect, it } from 'vitest'
import {
  noStoredOutcomes,
  type RefreshProgress,
  type StoredOutcomesOf,
} from '../../contracts/refresh-progress.ts'
import { REFRESH_SHAPE } from '../../contracts/refresh-shape.ts'
import { createStoredOutcomes } from '../../db/cached-outcome-counts.ts'
import { taskStatus } from '../../temporal/tasks.ts'
import { exitCodeOf } from '../../cli/refresh/refresh-end.ts'
import { EXIT } from '../../cli/exit-codes.ts'
import { withRefreshStack } from '../support/fixtures/with-refresh-stack.ts'
import { runCli } from '../support/processes/run-cli.ts'
import { leaveNothing } from '../support/temporal/end-runs.ts'
import { watch } from '../support/refresh/refresh-watch.ts'
import { someCities } from '../support/data/some-cities.ts'
import { until } from '../support/until.ts'

const CITIES = someCities(250)
const cityIds = CITIES.slice(0, 60).map(({ id }) => id)
/** A page of ids is one shard: what follows is looked up when that one has ended. */
const SMALL_PAGES = {
  ...REFRESH_SHAPE,
  citiesPerShard: { city: 10, bulk: 10 },
  shardsInFlight: 1,
  shardsPerRun: 1,
}

describe('two runs that overlap', () => {
  const stack = withRefreshStack({ cities: CITIES, providers: ['open-meteo'] })
  const seen = watch(stack)

  afterEach(() => leaveNothing(stack))

  const slowly = (delayMs: number): void => {
    stack.emulator.control.setFaults([{ provider: 'open-meteo', kind: 'delay', delayMs }])
  }

  it.each(['city', 'bulk'] as const)(
    'leave nothing to the next run that one of them has refreshed, in gear %s',
    async (fanOut) => {
      slowly(2_000)
      const first = await stack.startRefreshAll({
        force: true,
        fanOut,
        cityIds,
        shape: SMALL_PAGES,
      })
      await seen.callUnderWay()
      // It takes, all at once, what the first has counted and not reached.
      const second = await stack.startRefreshAll({ force: true, fanOut, cityIds })
      const results = await Promise.all([first.result(), second.result()])
      stack.emulator.control.clearFaults()
      for (const result of results) {
        expect(result).toMatchObject({ status: 'completed', failed: 0, left: 0, leftSample: [] })
        expect(result.ok + result.joined + result.skipped).toBe(60)
        expect(exitCodeOf({ kind: 'finished', result })).toBe(EXIT.ok)
      }
      expect(results[0].joined).toBeGreaterThan(0)
      expect(await seen.claims()).toEqual([])
    },
  )

  it('say failed of what the other tried in vain, with its reasons', async () => {
    const { latitude: placeLatitude, id: cityId, name } = CITIES[4]!
    stack.emulator.control.setFaults([
      { provider: 'open-meteo', kind: 'delay', delayMs: 3_000 },
      { provider: 'open-meteo', kind: 'out-of-range', placeLatitude },
    ])
    const first = await stack.startRefreshAll({ force: true, fanOut: 'bulk', cityIds })
    await seen.callUnderWay()
    const second = await stack.startRefreshAll({ force: true, fanOut: 'bulk', cityIds })
    const results = await Promise.all([first.result(), second.result()])
    stack.emulator.control.clearFaults()
    expect(results[0]).toMatchObject({ ok: 59, failed: 1 })
    expect(results[1]).toMatchObject({ failed: 1, joined: 59, left: 0 })
    expect(results[1].failures).toMatchObject([
      { cityId, name, attempts: [{ outcome: 'out-of-range' }] },
    ])
  })

  it('report progress by each city, not by whole shards', async () => {
    const { latitude: placeLatitude } = CITIES[249]!
    stack.emulator.control.setFaults([
      { provider: 'open-meteo', kind: 'delay', delayMs: 60_000, placeLatitude },
    ])
    const run = await stack.startRefreshAll({ force: true, fanOut: 'bulk' })
    const storedOutcomesOf = createStoredOutcomes(stack.database.db)
    const progressOf = async (stored: StoredOutcomesOf) =>
      (await taskStatus(stack.client, run.workflowId, stored))?.progress
    const progress = await until(
      async () => {
        const now = await progressOf(storedOutcomesOf)
        return now && now.done >= 100 ? now : undefined
      },
      { what: 'cities of the one shard are counted while it is under way' },
    )
    expect(progress).toMatchObject({ total: 250, failed: 0, skipped: 0 })
    expect(progress.done).toBeLessThan(250)
    expect(progress.waiting).toBe(250 - progress.done)
    expect(await progressOf(noStoredOutcomes)).toMatchObject({ done: 0, waiting: 250 })
    const { out } = await runCli(['task', 'show', run.workflowId, '--json'], stack.variables)
    const shown = JSON.parse(out) as { progress: RefreshProgress }
    expect(shown.progress.done).toBeGreaterThanOrEqual(100)
    stack.emulator.control.clearFaults()
    await run.cancel()
    await run.result().catch(() => undefined)
  })
})
