import { expect, test } from 'vitest'
import { outsideText, unprintableIn } from './printable-text.ts'

const FAMILY = '👩‍👩‍👧'

test.each([
  ['a page with a NUL', '<html>\u0000', '<html>\uFFFD'],
  ['the start of a gzip body', '\u001f\u008b\b\u0000\u0000', '\uFFFD'],
  ['a lone high surrogate', 'a\ud83db', 'a\uFFFDb'],
  ['a lone low surrogate', '\ude00', '\uFFFD'],
  ['surrogates in the wrong order', 'a\ude00\ud83d', 'a\uFFFD'],
  ['a sequence that colours a terminal', 'x \u001b[31mred\u009b0m', 'x \uFFFD[31mred\uFFFD0m'],
  ['a bidi override', 'invoice\u202Efdp.exe', 'invoice\uFFFDfdp.exe'],
  ['bidi isolates', '\u2066a\u2069', '\uFFFDa\uFFFD'],
  ['what has no width', 'a\u200Bb\u00ADc\u{E0041}d', 'a\uFFFDb\uFFFDc\uFFFDd'],
  ['no characters', 'a\uFFFE\u{1FFFF}b', 'a\uFFFDb'],
  ['lines and gaps', '\r\n a\n\tb\u0085c\u2028d ', 'a b c d'],
  ['a byte order mark', '\uFEFF<html>', '<html>'],
  ['emoji and marks', `❤️ ${FAMILY} e\u0301 नमस्ते`, `❤️ ${FAMILY} e\u0301 नमस्ते`],
  ['nothing', '', ''],
])('%s comes out as one line of printable, well-formed text', (_, given, expected) => {
  expect(outsideText(given)).toBe(expected)
  expect(outsideText(expected)).toBe(expected)
})

test('text is cut with a mark, and only when it is too long', () => {
  expect(outsideText('x'.repeat(300))).toBe('x'.repeat(300))
  expect(outsideText('x'.repeat(301))).toBe(`${'x'.repeat(299)}…`)
  expect(outsideText('abcdef', 4)).toBe('abc…')
})

test('a cut falls between characters as people see them', () => {
  expect(outsideText('😀😀😀', 4)).toBe('😀…')
  expect(outsideText(FAMILY.repeat(3), FAMILY.length + 3)).toBe(`${FAMILY}…`)
  expect(outsideText('cafe\u0301s', 5)).toBe('caf…')
})

test('a character that is longer than the limit is cut between code points', () => {
  const marked = `a${'\u0301'.repeat(1000)}`
  expect(outsideText(marked, 10)).toBe(`a${'\u0301'.repeat(8)}…`)
})

test('ten megabytes of anything become one short line', () => {
  for (const one of ['x', ' ', '\u0000', '\ud800', '😀', '\u0301']) {
    const text = outsideText(one.repeat(10_000_000 / one.length))
    expect(text.length).toBeLessThanOrEqual(300)
    expect(text.endsWith('…')).toBe(true)
  }
})

test.each([
  ['\u0000', 'U+0000'],
  ['a\nb', 'U+000A'],
  ['a\u009b', 'U+009B'],
  ['a\u2029', 'U+2029'],
  ['\u202e', 'U+202E'],
  ['a\ud800', 'U+D800'],
  ['\u{E0041}', 'U+E0041'],
])('what makes %j unfit is named by its number', (text, number) => {
  expect(unprintableIn(text)).toBe(number)
})

test('text of any language and its emoji are fit', () => {
  for (const text of [
    '',
    'Reykjavík',
    'Xi’an “西安”',
    FAMILY,
    '❤️',
    'नमस्ते',
    '\u0645\u06cc\u200c\u062e',
  ]) {
    expect(unprintableIn(text)).toBeUndefined()
  }
})
