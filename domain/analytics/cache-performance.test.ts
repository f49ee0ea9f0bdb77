import { expect, test } from 'vitest'
import { cacheEfficiency, hitRate } from './cache-performance.ts'

test.each([
  [{ hits: 9, misses: 1 }, 0.9, 'Good'],
  [{ hits: 7, misses: 3 }, 0.7, 'Fair'],
  [{ hits: 2, misses: 1 }, 0.667, 'Fair'],
  [{ hits: 4, misses: 6 }, 0.4, 'Poor'],
  [{ hits: 0, misses: 5 }, 0, 'Poor'],
])('%j is a hit rate of %d: %s', (counts, rate, efficiency) => {
  expect(hitRate(counts)).toBe(rate)
  expect(cacheEfficiency(rate)).toBe(efficiency)
})

test('S58: a cache that was not read has no hit rate and is not judged', () => {
  expect(hitRate({ hits: 0, misses: 0 })).toBeNull()
  expect(cacheEfficiency(null)).toBeNull()
})
