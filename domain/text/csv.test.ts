import { expect, test } from 'vitest'
import { csvText } from './csv.ts'

test('fields are quoted where they have to be, and what is not known is empty', () => {
  expect(
    csvText(
      ['name', 'temperature (°C)'],
      [
        ['Washington, "D.C."', -3.5],
        ['a\nb', null],
      ],
    ),
  ).toBe('name,temperature (°C)\r\n"Washington, ""D.C.""",-3.5\r\n"a\nb",\r\n')
})

test.each(['=1+1', '+1', '-1', '@sum', '\t=1', ' =1', '\r=1'])(
  'the text %j is no formula for a spreadsheet',
  (text) => {
    const [, field] = csvText(['a'], [[text]]).split(/\r\n(.*)/s)
    expect(field).toMatch(/^"?'/)
  },
)

test('numbers and flags stay what they are', () => {
  expect(csvText(['a', 'b'], [[-1e-7, true]])).toBe('a,b\r\n-1e-7,true\r\n')
})
