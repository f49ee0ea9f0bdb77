import { expect, test } from 'vitest'
import { isPreferredToJson } from './media-type.ts'

test.each([
  ['text/csv', true],
  ['Text/CSV; q=0.5', true],
  ['application/json, text/csv', true],
  ['application/json, text/csv;q=0.9', false],
  ['text/csv;q=0', false],
  ['text/csv;q=2', false],
  ['*/*', false],
  ['text/*', false],
  [undefined, false],
])('of %j CSV is preferred: %s', (accept, isPreferred) => {
  expect(isPreferredToJson(accept, 'text/csv')).toBe(isPreferred)
})
