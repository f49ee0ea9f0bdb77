import { expect, test } from 'vitest'
import { cacheEfficiency, cacheRecommendations, hitRate } from './cache-performance.ts'

test.each([
  [{ hits: 9, misses: 1 }, 90, 'Good'],
  [{ hits: 7, misses: 3 }, 70, 'Fair'],
  [{ hits: 2, misses: 1 }, 66.7, 'Fair'],
  [{ hits: 4, misses: 6 }, 40, 'Poor'],
  [{ hits: 0, misses: 5 }, 0, 'Poor'],
])('%j is a hit rate of %d: %s', (counts, rate, efficiency) => {
  expect(hitRate(counts)).toBe(rate)
  expect(cacheEfficiency(rate)).toBe(efficiency)
})

test('a cache nobody asked has no hit rate and is not judged', () => {
  expect(hitRate({ hits: 0, misses: 0 })).toBeNull()
  expect(cacheEfficiency(null)).toBeNull()
  expect(cacheRecommendations('redis', null)).toEqual([
    'Nothing was asked of the cache in this time.',
  ])
})

test('a good cache needs no advice; a poor one that is not shared is told to be', () => {
  expect(cacheRecommendations('memory', 71)).toEqual([])
  expect(cacheRecommendations('redis', 70)).toHaveLength(1)
  expect(cacheRecommendations('memory', 10)[0]).toMatch(/REDIS_URL/)
})
