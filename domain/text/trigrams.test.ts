import { expect, test } from 'vitest'
import { trigramsOf, trigramsOfBeginning } from './trigrams.ts'

test('a word is taken apart with two blanks before it and one after it', () => {
  expect(trigramsOf('rom')).toEqual(['  r', ' ro', 'rom', 'om '])
  expect(trigramsOf('new york')).toEqual(expect.arrayContaining(['ew ', '  y', 'ork']))
  expect(trigramsOf('東京')).toEqual(['  東', ' 東京', '東京 '])
  expect(trigramsOf('𠮷')).toEqual(['  𠮷', ' 𠮷 '])
  expect(trigramsOf('')).toEqual([])
})

test('a beginning has only what every name that goes on from it has', () => {
  for (const [beginning, name] of [
    ['r', 'rom'],
    ['new y', 'new york'],
    ['york', 'new york'],
  ] as const) {
    expect(trigramsOf(name)).toEqual(expect.arrayContaining(trigramsOfBeginning(beginning)))
  }
  expect(trigramsOf('oryx')).not.toEqual(expect.arrayContaining(trigramsOfBeginning('york')))
})
