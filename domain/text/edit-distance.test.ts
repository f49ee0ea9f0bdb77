import { expect, it } from 'vitest'
import { editDistance } from './edit-distance.ts'

it.each([
  ['', '', 0],
  ['', 'bern', 4],
  ['bern', '', 4],
  ['bern', 'bern', 0],
  ['berlin', 'berlinn', 1],
  ['london', 'lodnon', 1],
  ['ca', 'abc', 3],
  ['kitten', 'sitting', 3],
  ['DATABSAE_URL', 'DATABASE_URL', 1],
  ['東京', '京東', 1],
  ['a😀', 'a', 1],
])('from %j to %j it is %i slips, in either direction', (one, other, slips) => {
  expect(editDistance(one, other)).toBe(slips)
  expect(editDistance(other, one)).toBe(slips)
})
