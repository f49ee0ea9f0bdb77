import { expect, test } from 'vitest'
import { isNestedDeeper } from './json-depth.ts'

test.each([
  ['[[[]]]', 3, false],
  ['[[[[]]]]', 3, true],
  ['{"a":[{"b":1}]}', 3, false],
  ['["[[[[", "\\"[[[[", "\\\\"]', 1, false],
  ['[[],[],[],[]]', 2, false],
  ['"["', 0, false],
  ['1', 0, false],
])('%s within %i levels is too deep: %s', (text, depth, isDeeper) => {
  expect(isNestedDeeper(text, depth)).toBe(isDeeper)
})
