import { expect, test } from 'vitest'
import { retryAfterOf } from './retry-after.ts'

const NOW = new Date('2026-11-27T08:00:00Z')

test.each([
  ['0', 0],
  ['120', 120_000],
  [' 5 ', 5_000],
  ['Fri, 27 Nov 2026 08:00:10 GMT', 10_000],
  ['Friday, 27-Nov-26 08:00:10 GMT', 10_000],
  ['Fri Nov 27 08:00:10 2026', 10_000],
  ['Tue Dec  1 08:00:00 2026', 4 * 86_400_000],
  ['Thu, 31 Dec 2026 23:59:60 GMT', Date.UTC(2026, 11, 31, 23, 59, 59) - NOW.getTime()],
  ['Sun, 06 Nov 1994 08:49:37 GMT', 0],
  ['Sunday, 06-Nov-94 08:49:37 GMT', 0],
])('Retry-After %j is a wait of %d ms', (value, expected) => {
  expect(retryAfterOf(value, NOW)).toBe(expected)
})

test.each([
  undefined,
  '',
  ' ',
  '-1',
  '+1',
  '1.5',
  '1e3',
  '0x10',
  '١٢',
  '5 seconds',
  '5, 10',
  'NaN',
  'Infinity',
  '9'.repeat(10),
  '9'.repeat(400),
  '2026-11-27T08:00:10Z',
  '2026-11-27',
  'Fri, 27 Nov 2026 08:00:10',
  'Fri, 27 Nov 2026 08:00:10 +0100',
  'fri, 27 nov 2026 08:00:10 gmt',
  'Mon, 30 Feb 2026 08:00:10 GMT',
  'Fri, 27 Nov 2026 24:00:10 GMT',
  'Fri, 27 Nov 2026 08:60:10 GMT',
  'Fri, 27 Nov 2026 08:00:61 GMT',
  'tomorrow',
])('Retry-After %j counts as absent', (value) => {
  expect(retryAfterOf(value, NOW)).toBeUndefined()
})
