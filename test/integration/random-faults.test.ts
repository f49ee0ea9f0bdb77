import { afterEach, describe, expect, it } from 'vitest'
import { REFRESH_SHAPE } from '../../contracts/refresh-shape.ts'
import { refreshStates } from '../../db/schema/index.ts'
import { withRefreshStack } from '../support/fixtures/with-refresh-stack.ts'
import { PLANTED_KEY, rowsWithPlantedKey } from '../support/fuzz/fuzz-scene.ts'
import { expectNearlyAllServed, faultsFor } from '../support/refresh/random-fault-run.ts'
import { someCities } from '../support/data/some-cities.ts'

const CITIES = someCities(500)
const SEED = 247

/** Gear city costs a workflow for each, so it is tried with fewer here. */
const GEARS = [
  ['bulk', CITIES.length],
  ['city', 100],
] as const

describe('a refresh with a random fault for every tenth answer', () => {
  const stack = withRefreshStack({
    cities: CITIES,
    providers: ['open-meteo', 'met-norway', 'weatherapi'],
    variables: { WEATHERAPI_API_KEY: PLANTED_KEY, WEATHERAPI_QUOTA: '100000000/day' },
  })

  afterEach(() => stack.emulator.control.clearFaults())

  const shape = { ...REFRESH_SHAPE, failureSample: CITIES.length }
  const maxAgeSeconds = { conditions: 900, forecast: 900, 'air-quality': 900 }

  it.each(GEARS)('serves nine in ten at least, in gear %s', async (fanOut, count) => {
    const cityIds = CITIES.slice(0, count).map(({ id }) => id)
    const run = { fanOut, force: true, shape, maxAgeSeconds, cityIds } as const
    stack.emulator.control.setFaults(faultsFor(SEED))
    expectNearlyAllServed(await stack.refreshAll(run), count)
    const states = await stack.database.db.select().from(refreshStates)
    expect(states.filter(({ claimedBy }) => claimedBy !== null)).toEqual([])
    expect(await rowsWithPlantedKey(stack.database)).toEqual([])
    stack.emulator.control.clearFaults()
    // The worker that met all this is the one that serves what comes next.
    expect(await stack.refreshAll({ ...run, maxAgeSeconds: { conditions: 900 } })).toMatchObject({
      ok: count,
      failed: 0,
    })
  })
})
