import { expect, it } from 'vitest'
import { shareScore, systemGrade, systemScore } from './system-score.ts'

it.each([
  [100, 'Excellent'],
  [95, 'Excellent'],
  [94.9, 'Good'],
  [80, 'Good'],
  [79.9, 'Warning'],
  [60, 'Warning'],
  [59.9, 'Critical'],
  [0, 'Critical'],
  [null, null],
] as const)('S55: a score of %s is %s', (score, grade) => {
  expect(systemGrade(score)).toBe(grade)
})

it('S55: a score is the weighted mean of what is known', () => {
  expect(systemScore({ freshness: 100, providers: 100, parts: 100 })).toBe(100)
  expect(systemScore({ freshness: 80, providers: 50, parts: 100 })).toBe(75)
  expect(systemScore({ freshness: null, providers: 50, parts: 100 })).toBe(70)
  expect(systemScore({ freshness: null, providers: null, parts: null })).toBeNull()
  expect(shareScore([true, false, false])).toBe(33.3)
  expect(shareScore([])).toBeNull()
})
