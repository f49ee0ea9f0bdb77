import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { withFuzzScene } from '../support/fixtures/with-fuzz-scene.ts'
import {
  expectHonestStorage,
  expectNoPlantedKey,
  type SoundRows,
} from '../support/fuzz/fuzz-invariants.ts'
import { rowsWithPlantedKey } from '../support/fuzz/fuzz-scene.ts'

/** Who is spoilt, who stands healthy behind, and how often each thing is tried. */
const PAIRS = [
  ['open-meteo', 'weatherapi', 6],
  ['met-norway', 'open-meteo', 2],
  ['openweathermap', 'open-meteo', 2],
  ['weatherapi', 'open-meteo', 3],
] as const satisfies readonly (readonly [ProviderId, ProviderId, number])[]

const IN_ONE_PLACE = [
  'mutate',
  'mutate',
  'mutate',
  'mutate',
  'duplicate-date',
  'impossible-date',
  'max-below-min',
  'day-of-nulls',
  'old-forecast',
  'wrong-schema',
] as const

const SEED = 247

const scene = withFuzzScene()

describe.each(PAIRS)('answers of %s, with %s behind it,', (spoilt, healthy, numRuns) => {
  let sound: SoundRows
  beforeAll(async () => {
    const alone = await scene.run([spoilt], [])
    sound = new Map([...alone.rows, ...(await scene.run([healthy], [])).rows])
  })

  it('that are wrong about some places cost these at most that provider', async () => {
    const hostile = fc.record({
      kind: fc.constantFrom(...IN_ONE_PLACE),
      seed: fc.nat(1_000_000),
      bad: fc.subarray([...scene.cities], { minLength: 1, maxLength: 10 }),
    })
    await fc.assert(
      fc.asyncProperty(hostile, async ({ kind, seed, bad }) => {
        const placeLatitudes = bad.map(({ latitude }) => latitude)
        const fault = { provider: spoilt, kind, seed, placeLatitudes }
        const run = await scene.run([spoilt, healthy], [fault])
        expectHonestStorage(scene, run, sound, new Set(bad))
      }),
      { seed: SEED, numRuns, endOnFailure: true },
    )
  })

  it('that are wrong as a whole, one in three, leave no city without weather', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1_000_000), async (seed) => {
        const fault = { provider: spoilt, kind: 'random', share: 1 / 3, seed } as const
        const run = await scene.run([spoilt, healthy], [fault])
        expectHonestStorage(scene, run, sound, new Set(scene.cities))
      }),
      { seed: SEED, numRuns: Math.ceil(numRuns / 2), endOnFailure: true },
    )
  })
})

describe('a key of ours', () => {
  const KEYED = ['open-meteo', 'openweathermap', 'weatherapi'] as const
  const PAGES = [
    ['html', 502],
    ['json', 200],
    ['error', 400],
    ['error', 404],
    ['error', 503],
  ] as const

  it.each(KEYED)('that %s shows in its answer stands in no row and no result', async (provider) => {
    for (const [form, status] of PAGES) {
      const fault = { provider, kind: 'echo-url', form, status } as const
      const run = await scene.run([provider, 'met-norway'], [fault])
      expect(run.served.filter(({ outcome }) => outcome === 'failed')).toEqual([])
      expectNoPlantedKey(run)
      expect(await rowsWithPlantedKey(scene.database)).toEqual([])
    }
  })
})
