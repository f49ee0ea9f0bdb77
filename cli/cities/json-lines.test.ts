import { expect, it } from 'vitest'
import { linesOfItems } from './json-lines.ts'

it.each([
  ['[]', []],
  ['[1,2]', [1, 1]],
  ['[\n{"a":[1,\n2]},\n\n["x]\\",", {}],"s\\\\"\n,\nnull]', [2, 5, 5, 7]],
  ['\n[ [1],\n[2] ]', [2, 3]],
])('the items of %j begin on lines %j', (text, lines) => {
  const at = linesOfItems(text)
  expect(at).toEqual(lines)
  expect(at).toHaveLength((JSON.parse(text) as unknown[]).length)
})
