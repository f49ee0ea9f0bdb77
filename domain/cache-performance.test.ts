import { expect, test } from 'vitest'
import { cacheEfficiency, cacheRecommendations, hitRate } from './cache-performance.ts'

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

test('a cache nobody asked has no hit rate and is not judged', () => {
  expect(hitRate({ hits: 0, misses: 0 })).toBeNull()
  expect(cacheEfficiency(null)).toBeNull()
  expect(cacheRecommendations('redis', null)).toEqual([
    'Nothing was asked of the cache in this time.',
  ])
})

test('a good cache needs no advice; a poor one that is not shared is told to be', () => {
  expect(cacheRecommendations('memory', 0.71)).toEqual([])
  expect(cacheRecommendations('redis', 0.7)).toHaveLength(1)
  expect(cacheRecommendations('memory', 0.1)[0]).toMatch(/REDIS_URL/)
})
