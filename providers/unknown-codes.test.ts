import { describe, expect, it } from 'vitest'
import { ProviderError } from '../domain/provider/provider-error.ts'
import type { PlaceAnswer } from '../domain/provider/provider.ts'
import { UNKNOWN_SKY, type Sky } from '../domain/weather/condition.ts'
import type { Discarded } from '../domain/weather/reading.ts'
import { noteUnknownCodes, unknownCodesIn } from './unknown-codes.ts'

const skyOf = (code: unknown): Sky | null => {
  if (code === null) return null
  return code === 800 ? { condition: 'clear', intensity: null } : UNKNOWN_SKY
}

function notesOn(codes: readonly unknown[]): unknown[] {
  const notes: unknown[] = []
  noteUnknownCodes({ field: 'weather', codes }, skyOf, (...said) => notes.push(said))
  return notes
}

const answer = (...discarded: Discarded[]): PlaceAnswer => ({
  kind: 'reading',
  reading: {},
  discarded,
})

describe('a weather code that is not known', () => {
  it.each([
    [999, 'is 999, a weather code not known here'],
    ['lightfrogs', 'is "lightfrogs", a weather code not known here'],
    [-1, 'is -1, a weather code not known here'],
  ])('is noted with its value: %j', (code, reason) => {
    expect(notesOn([code])).toEqual([['weather', reason, 'unknown-code']])
  })

  it('is noted once in an answer that repeats it', () => {
    expect(notesOn([999, 800, 999, 998, null])).toHaveLength(2)
  })

  it('is neither a known one nor none', () => {
    expect(notesOn([800, null])).toEqual([])
  })

  it('is counted in every place of an answer, apart from values out of range', () => {
    const code = { field: 'weather', reason: 'is 999', kind: 'unknown-code' } as const
    const answers = new Map<number, PlaceAnswer>([
      [1, answer(code, code)],
      [2, answer({ field: 'uv', reason: 'is 999' }, code)],
      [3, answer()],
      [4, { kind: 'failed', error: new ProviderError('stale', 'old') }],
    ])
    expect(unknownCodesIn(answers)).toBe(3)
  })
})
