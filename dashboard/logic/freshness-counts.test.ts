import { expect, test } from 'vitest'
import { countsNow } from './freshness-counts.ts'

const AT = '2026-11-22T10:30:00.000Z'
const ages = {
  as_of: AT,
  never: 2,
  by_minute: [
    [0, 5],
    [14, 3],
    [29, 4],
    [119, 1],
  ],
}

const minutesLater = (minutes: number) => Date.parse(AT) + minutes * 60_000

test('cities are counted by the age they had', () => {
  const counts = { very_fresh: 8, fresh: 4, stale: 1, very_stale: 0, no_data: 2 }
  expect(countsNow(ages, minutesLater(0))).toEqual(counts)
})

test('they grow older by themselves until somebody says otherwise', () => {
  expect(countsNow(ages, minutesLater(1))).toMatchObject({ very_fresh: 5, fresh: 3, stale: 4 })
  expect(countsNow(ages, minutesLater(16 * 60))).toMatchObject({ no_data: 15 })
})

test('a clock behind the server changes nothing', () => {
  expect(countsNow(ages, minutesLater(-5))).toEqual(countsNow(ages, minutesLater(0)))
})
