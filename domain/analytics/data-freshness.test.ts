import { expect, test } from 'vitest'
import { bucketsOf, freshnessGrade, freshnessScore } from './data-freshness.ts'

const MINUTE_S = 60
const NO_CITIES = { very_fresh: 0, fresh: 0, stale: 0, very_stale: 0, no_data: 0 }

test('S59: cities fall into buckets by the age of their conditions', () => {
  const ages = [0, 14, 15, 30, 31, 120, 121, 360, 361].map((minutes) => ({
    ageSeconds: minutes * MINUTE_S,
    cities: 1,
  }))
  expect(bucketsOf([...ages, { ageSeconds: null, cities: 3 }])).toEqual({
    very_fresh: 2,
    fresh: 2,
    stale: 2,
    very_stale: 2,
    no_data: 4,
  })
})

test.each([
  [{ very_fresh: 7 }, 100, 'Excellent'],
  [{ very_fresh: 1, no_data: 1 }, 50, 'Fair'],
  [{ very_fresh: 1, fresh: 1, stale: 1, very_stale: 1, no_data: 1 }, 48, 'Fair'],
  [{ fresh: 3 }, 80, 'Excellent'],
  [{ fresh: 2, stale: 2 }, 60, 'Good'],
  [{ fresh: 2, stale: 1, very_stale: 1 }, 55, 'Fair'],
  [{ very_stale: 5 }, 20, 'Poor'],
  [{ very_stale: 2, no_data: 1 }, 13.3, 'Critical'],
])('the score of %j is %d: %s', (some, score, grade) => {
  const buckets = { ...NO_CITIES, ...some }
  expect(freshnessScore(buckets)).toBe(score)
  expect(freshnessGrade(freshnessScore(buckets))).toBe(grade)
})

test('without cities there is no score and no grade', () => {
  expect(freshnessScore(NO_CITIES)).toBeNull()
  expect(freshnessGrade(null)).toBeNull()
})
