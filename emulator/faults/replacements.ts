import { duplicated, without, withValue, type Path } from './json-paths.ts'

/** What a field of an answer can become. */
export const REPLACEMENTS = [
  'null',
  'absent',
  'text',
  'empty-text',
  'number',
  'number-as-text',
  'boolean',
  'empty-list',
  'empty-object',
  'not-a-number',
  'infinity',
  'huge',
  'overflow',
  'negative',
  'nul-text',
  'lone-surrogate',
  'escape-text',
  'long-text',
  'duplicate',
  'far-past',
  'far-future',
] as const

export type Replacement = (typeof REPLACEMENTS)[number]

/** JSON can say a number that no double holds, but `JSON.stringify` cannot. */
const OVERFLOW_MARK = '@@overflow@@'
const LONG_TEXT_LENGTH = 100_000

const farAway =
  (iso: string) =>
  (value: unknown): unknown =>
    typeof value === 'number' ? Date.parse(iso) / 1000 : iso

const VALUES: Record<Exclude<Replacement, 'absent' | 'duplicate'>, (value: unknown) => unknown> = {
  null: () => null,
  text: () => 'sunny',
  'empty-text': () => '',
  number: () => 7,
  'number-as-text': (value) => (typeof value === 'number' ? String(value) : '7'),
  boolean: () => true,
  'empty-list': () => [],
  'empty-object': () => ({}),
  'not-a-number': () => 'NaN',
  infinity: () => '-Infinity',
  huge: () => 1e20,
  overflow: () => OVERFLOW_MARK,
  negative: () => -999,
  'nul-text': () => 'a\u0000b',
  'lone-surrogate': () => 'a\ud800b',
  'escape-text': () => '\u001b]0;owned\u0007\u001b[2J',
  'long-text': () => 'x'.repeat(LONG_TEXT_LENGTH),
  'far-past': farAway('0001-01-01T00:00:00Z'),
  'far-future': farAway('9999-12-31T23:59:59Z'),
}

/** The same body where there is no such field. */
export function replaced(body: unknown, path: Path, replacement: Replacement): unknown {
  if (replacement === 'absent') return without(body, path)
  if (replacement === 'duplicate') return duplicated(body, path)
  return withValue(body, path, VALUES[replacement])
}

/** A body goes out as text where JSON alone could not say what is in it. */
export function sendable(body: unknown): unknown {
  if (body === undefined) return ''
  const text = JSON.stringify(body)
  const mark = JSON.stringify(OVERFLOW_MARK)
  return text.includes(mark) ? text.replaceAll(mark, '1e400') : body
}
