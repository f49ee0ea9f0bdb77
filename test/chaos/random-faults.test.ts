import { describe, expect, it } from 'vitest'
import { REFRESH_SHAPE } from '../../contracts/refresh-shape.ts'
import { withRefreshStack } from '../support/fixtures/with-refresh-stack.ts'
import { PLANTED_KEY, rowsWithPlantedKey } from '../support/fuzz/fuzz-scene.ts'
import { seededRandom } from '../support/random.ts'
import { expectNearlyAllServed, faultsFor } from '../support/refresh/random-fault-run.ts'
import { someCities } from '../support/data/some-cities.ts'

const CITIES = someCities(500)
const ROUNDS = 5
const TIMEOUT_MS = 20 * 60_000

describe('refreshes with a random fault for every tenth answer, for long', () => {
  const stack = withRefreshStack({
    cities: CITIES,
    providers: ['open-meteo', 'met-norway', 'weatherapi'],
    variables: { WEATHERAPI_API_KEY: PLANTED_KEY, WEATHERAPI_QUOTA: '100000000/day' },
  })

  it.each(['bulk', 'city'] as const)(
    'serve nine in ten at least, in gear %s',
    async (fanOut) => {
      const random = seededRandom()
      process.stderr.write(`random-faults, gear ${fanOut}: CHAOS_SEED=${random.seed}\n`)
      const shape = { ...REFRESH_SHAPE, failureSample: CITIES.length }
      const maxAgeSeconds = { conditions: 900, forecast: 900, 'air-quality': 900 }
      for (let round = 0; round < ROUNDS; round++) {
        stack.emulator.control.setFaults(faultsFor(random.between(1, 1_000_000)))
        const result = await stack.refreshAll({ fanOut, force: true, shape, maxAgeSeconds })
        expectNearlyAllServed(result, CITIES.length)
        expect(await rowsWithPlantedKey(stack.database)).toEqual([])
      }
    },
    TIMEOUT_MS,
  )
})
