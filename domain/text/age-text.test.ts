import { expect, it, test } from 'vitest'
import { groupedText } from './grouped-text.ts'
import { ageText, spanText } from './age-text.ts'

it.each([
  [0, 'now'],
  [59, 'now'],
  [60, '1 min'],
  [3_599, '59 min'],
  [7_200, '2 h'],
  [7_500, '2 h 5 min'],
  [172_799, '47 h 59 min'],
  [172_800, '2 d'],
])('an age of %d s is "%s"', (seconds, text) => {
  expect(ageText(seconds)).toBe(text)
})

test('a span is never now', () => {
  expect([spanText(5), spanText(120)]).toEqual(['less than a minute', '2 min'])
})

it.each([
  [7, '7'],
  [1_000, '1 000'],
  [1_234_567, '1 234 567'],
])('%d has its thousands apart', (number, text) => {
  expect(groupedText(number).replaceAll('\u00a0', ' ')).toBe(text)
})
