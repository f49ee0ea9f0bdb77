import { describe, expect, it } from 'vitest'
import { faultsAfter, mutantsFor, pairsFor } from '../test/support/fuzz/adapter-fuzz.ts'
import { emulatedAnswers, type SoundAnswer } from '../test/support/fuzz/emulated-answers.ts'

const NOW = new Date('2026-06-01T12:07:00Z')

/** Of the ways one field can be wrong; the chaos suite has all. No multiple of their number. */
const ONE_IN = 11

const PAIRS = 60

const SOUND = await emulatedAnswers(NOW)

const nameOf = ({ provider, request: { url, places } }: SoundAnswer): string =>
  `${provider} ${new URL(url).pathname} for ${places.length}`

describe.each(SOUND.map((one) => [nameOf(one), one] as const))('an answer of %s', (_, sound) => {
  it('has no fault while it is as it was', async () => {
    const as = { name: 'as it was', paths: [], body: sound.answer.body }
    expect(await faultsAfter(sound, [as])).toEqual([])
  })

  it('with a wrong field is a failure of its place, or less of its values', async () => {
    const chosen = mutantsFor(sound, ONE_IN)
    expect(chosen.length).toBeGreaterThan(40)
    expect(await faultsAfter(sound, chosen)).toEqual([])
  })

  it('with two wrong fields is no more than that', async () => {
    expect(await faultsAfter(sound, pairsFor(sound, PAIRS))).toEqual([])
  })
})
