import { describe, expect, it } from 'vitest'
import { faultsAfter, mutantsFor, pairsFor } from '../support/fuzz/adapter-fuzz.ts'
import { emulatedAnswers } from '../support/fuzz/emulated-answers.ts'

const PAIRS = 2_000

const SOUND = await emulatedAnswers(new Date('2026-06-01T12:07:00Z'))

describe.each(SOUND.map((one) => [one.request.url, one] as const))(
  'an answer of %s',
  (_, sound) => {
    it('with any field wrong in any way is a failure of its place, or less of its values', async () => {
      expect(await faultsAfter(sound, mutantsFor(sound, 1))).toEqual([])
    })

    it('with two wrong fields is no more than that', async () => {
      expect(await faultsAfter(sound, pairsFor(sound, PAIRS))).toEqual([])
    })
  },
)
