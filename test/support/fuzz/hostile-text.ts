import fc from 'fast-check'

/** What a field should not hold, whatever its type. */
const HOSTILE = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'NaN',
  'null',
  'true',
  '[]',
  '{}',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  "' or 1=1 --",
  "'; drop table cities; --",
  '%27%20or%201=1',
  'x\r\nSet-Cookie: a=b',
  '\u0000',
  '\u202e',
  '\ud800',
  'ﬀ',
  'İstanbul',
  '東京',
  '🌧️',
  '99999999999999999999',
  '9007199254740993',
  '2147483648',
  'x'.repeat(5000),
  ','.repeat(300),
] as const

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 300 }),
)

/** JSON of any shape, also where a text was meant. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.integer(),
  fc.double(),
  fc.constantFrom(null, true, false),
  fc.jsonValue({ maxDepth: 4 }),
)
