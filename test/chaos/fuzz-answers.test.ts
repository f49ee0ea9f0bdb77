import fc from 'fast-check'
import { beforeAll, describe, it } from 'vitest'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { Fault } from '../../emulator/index.ts'
import { withFuzzScene } from '../support/fixtures/with-fuzz-scene.ts'
import { americanCities } from '../support/data/american-cities.ts'
import { expectHonestStorage, type SoundRows } from '../support/fuzz/fuzz-invariants.ts'
import { seededRandom } from '../support/random.ts'

const PAIRS = [
  ['open-meteo', 'weatherapi', 300],
  ['met-norway', 'open-meteo', 100],
  ['openweathermap', 'open-meteo', 100],
  ['weatherapi', 'open-meteo', 150],
  ['nws', 'open-meteo', 60],
] as const satisfies readonly (readonly [ProviderId, ProviderId, number])[]

const KINDS = [
  'mutate',
  'random',
  'duplicate-date',
  'impossible-date',
  'max-below-min',
  'day-of-nulls',
  'old-forecast',
  'wrong-schema',
] as const satisfies readonly Fault['kind'][]

const TIMEOUT_MS = 20 * 60_000

describe.each(PAIRS)('answers of %s, with %s behind it, for long', (spoilt, healthy, numRuns) => {
  const scene = withFuzzScene(spoilt === 'nws' ? { cities: americanCities } : {})
  let sound: SoundRows
  beforeAll(async () => {
    const alone = await scene.run([spoilt], [])
    sound = new Map([...alone.rows, ...(await scene.run([healthy], [])).rows])
  })

  it(
    'cost no city its weather, and store nothing that was not sent',
    async () => {
      const { seed } = seededRandom()
      process.stderr.write(`fuzz-answers of ${spoilt}: CHAOS_SEED=${seed}\n`)
      const hostile = fc.record({
        kind: fc.constantFrom(...KINDS),
        seed: fc.nat(1_000_000),
        share: fc.constantFrom(0.05, 0.2, 0.5, 1),
      })
      await fc.assert(
        fc.asyncProperty(hostile, async (fault) => {
          const run = await scene.run([spoilt, healthy], [{ provider: spoilt, ...fault }])
          expectHonestStorage(scene, run, sound, new Set(scene.cities))
        }),
        { seed, numRuns, endOnFailure: true },
      )
    },
    TIMEOUT_MS,
  )
})
