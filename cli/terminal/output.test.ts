import { expect, it } from 'vitest'
import { terminalText } from './output.ts'

it.each([
  ['\u001b[2J', '\\u001b[2J'],
  ['\u001b]0;title\u0007', '\\u001b]0;title\\u0007'],
  ['\u009b31m', '\\u009b31m'],
  ['a\rb\tc\u0000\u007f', 'a\\u000db\\u0009c\\u0000\\u007f'],
  ['\u202eabc', '\\u202eabc'],
  ['\ud800', '\\ud800'],
  ['one\u2028two', 'one\\u2028two'],
])('shows %j instead of obeying it', (text, shown) => {
  expect(terminalText(text)).toBe(shown)
})

it('leaves lines and letters of every script alone', () => {
  const text = 'São Paulo\n東京 │ 👩‍👩‍👧 ✓ नमस्ते'
  expect(terminalText(text)).toBe(text)
})

it('keeps what JSON means', () => {
  const value = { note: 'a\u001b]0;x\u0007\u009b\u202e\u2028"\\' }
  const printed = terminalText(JSON.stringify(value, null, 2))
  for (const steering of ['\u0007', '\u001b', '\u009b', '\u202e', '\u2028']) {
    expect(printed).not.toContain(steering)
  }
  expect(JSON.parse(printed)).toEqual(value)
})
