import { expect, test } from 'vitest'
import { byRank, matchOf } from './name-match.ts'

test('a search finds a whole name, its beginning, and the beginning of a word in it', () => {
  expect(matchOf('york', 'york')).toBe('exact')
  expect(matchOf('yorkton', 'york')).toBe('prefix')
  expect(matchOf('new york city', 'york c')).toBe('word_prefix')
  expect(matchOf('newyork', 'york')).toBeUndefined()
})

test('the best match comes first, then the most populous, then the lower id', () => {
  const ranked = [
    { id: 5, match: 'word_prefix', population: 9_000_000 },
    { id: 4, match: 'prefix', population: null },
    { id: 3, match: 'prefix', population: 10 },
    { id: 2, match: 'exact', population: 1 },
    { id: 1, match: 'prefix', population: 10 },
  ] as const
  expect([...ranked].sort(byRank).map(({ id }) => id)).toEqual([2, 1, 3, 4, 5])
})
