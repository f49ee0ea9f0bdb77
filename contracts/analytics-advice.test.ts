import { expect, test } from 'vitest'
import { cacheRecommendations, freshnessRecommendations } from './analytics-advice.ts'

const NO_CITIES = { very_fresh: 0, fresh: 0, stale: 0, very_stale: 0, no_data: 0 }

test('a cache that was not read is not judged', () => {
  expect(cacheRecommendations('redis', null)).toEqual([
    'Nothing was read from the cache in this time.',
  ])
})

test('a good cache needs no advice; a poor one in memory is to be shared', () => {
  expect(cacheRecommendations('memory', 0.71)).toEqual([])
  expect(cacheRecommendations('redis', 0.7)).toHaveLength(1)
  expect(cacheRecommendations('memory', 0.1)[0]).toMatch(/REDIS_URL/)
})

test('without cities there is one thing to do', () => {
  expect(freshnessRecommendations(NO_CITIES)).toEqual(['There are no active cities: import some.'])
})

test('fresh cities need no advice; late and missing ones are counted', () => {
  expect(freshnessRecommendations({ ...NO_CITIES, very_fresh: 4, fresh: 1 })).toEqual([])
  const advice = freshnessRecommendations({
    ...NO_CITIES,
    fresh: 5,
    stale: 2,
    very_stale: 1,
    no_data: 4,
  })
  expect(advice).toEqual([
    expect.stringMatching(/^4 of 12 cities were not refreshed within 6 hours/),
    expect.stringMatching(/^3 of 12 cities are older than 30 minutes/),
  ])
})
