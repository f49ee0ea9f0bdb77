import { expect, it } from 'vitest'
import { nearestNames } from './nearest-names.ts'

const NAMES = ['london', 'londonderry', 'frankfurt am main', 'bern', 'berlin'].map((key, id) => ({
  key,
  id,
}))

it.each([
  ['lodnon', [0]],
  ['londn', [0]],
  ['london', [0]],
  ['frankfurt', [2]],
  ['berlinn', [4]],
  ['bem', []],
  ['', []],
  ['atlantis', []],
])('%s is near to %j', (key, ids) => {
  expect(nearestNames(key, NAMES)).toEqual(ids)
})
