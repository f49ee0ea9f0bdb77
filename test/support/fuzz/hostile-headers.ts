import fc from 'fast-check'

/** What a check or an answer depends on. */
export const READ_HEADERS = [
  'Cookie',
  'Origin',
  'Authorization',
  'If-None-Match',
  'If-Modified-Since',
  'Accept',
  'Last-Event-ID',
  'Idempotency-Key',
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'X-Forwarded-Proto',
  'Content-Type',
  'Sec-Fetch-Site',
  'Access-Control-Request-Method',
] as const

/** As HTTP carries them: one byte each. Line ends make further headers, which ask for nothing. */
const HOSTILE = [
  '',
  ' \t ',
  '"',
  'W/"',
  '*',
  ',,,,',
  ';;==;;',
  '%00',
  'null',
  '-1',
  'NaN',
  '99999999999999999999',
  'Bearer',
  'Bearer w247_',
  'Bearer \xff\xfe',
  'Basic Og==',
  'weather247_session=',
  'weather247_session=w247_x; weather247_session=\xff',
  '__proto__=1; constructor=2',
  'http://[::1',
  'http://\xe4.example',
  'file:///etc/passwd',
  'text/csv;q=NaN, */*;q=-1',
  'application/json; charset=\xff',
  'application/json; profile=original',
  'text/event-stream',
  'multipart/form-data',
  'Fri, 31 Feb 9999 99:99:99 GMT',
  '::ffff:999.1.1.1, unknown, _hidden',
  '1.2.3.4:99999',
  '-9223372036854775809',
  "' or 1=1 --",
  'Z\xfcrich',
  '\xe2\x80\xae\xf0\x9f\x8c\xa7',
  '\x80\x85\x9b31m',
  'a\x01b\x7f',
  'x\r\nX-Smuggled: 1',
  'x\nX-Smuggled: 1',
  'x\r\n folded',
  'x'.repeat(7_000),
  ','.repeat(7_000),
  '"a",'.repeat(1_500),
  'a=b;'.repeat(1_500),
] as const

const anyBytes = (most: number) =>
  fc
    .array(fc.integer({ min: 0x20, max: 0xff }), { maxLength: most })
    .map((codes) => String.fromCharCode(...codes))

export const hostileValue: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: anyBytes(60) },
)

export type HeaderPair = readonly [name: string, value: string]

/** Some of them, also the same one more than once. */
export const hostileHeaders: fc.Arbitrary<readonly HeaderPair[]> = fc.array(
  fc.tuple(fc.constantFrom(...READ_HEADERS), hostileValue),
  { minLength: 1, maxLength: 4 },
)

/** Of those only what Node hands on, for requests that do not pass through it. */
export const hostileHeadersAsRead: fc.Arbitrary<Record<string, string>> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...READ_HEADERS),
      hostileValue.filter((value) => /^[\t\x20-\x7e\x80-\xff]*$/.test(value)),
    ),
    { maxLength: 2 },
  )
  .map((pairs) => Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), value])))
