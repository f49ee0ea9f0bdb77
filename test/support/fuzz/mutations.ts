import { gzipSync } from 'node:zlib'

/** Where a value stands in a JSON body. */
export type JsonPath = readonly (string | number)[]

const ABSENT = Symbol('absent')

/** One way an answer can be wrong. */
interface Mutation {
  readonly name: string
  /** What stands there instead: `ABSENT` leaves it out, undefined says it does not apply. */
  readonly replace: (value: unknown) => unknown
}

export interface Mutant {
  /** `daily/time/0: far-future`. */
  readonly name: string
  /** Where it is wrong. */
  readonly paths: readonly JsonPath[]
  readonly body: unknown
}

const always = (name: string, value: unknown): Mutation => ({ name, replace: () => value })

const ofNumber = (name: string, change: (value: number) => unknown): Mutation => ({
  name,
  replace: (value) => (typeof value === 'number' ? change(value) : undefined),
})

const ofText = (name: string, change: (value: string) => unknown): Mutation => ({
  name,
  replace: (value) => (typeof value === 'string' ? change(value) : undefined),
})

const ofArray = (name: string, change: (value: readonly unknown[]) => unknown): Mutation => ({
  name,
  replace: (value) => (Array.isArray(value) ? change(value) : undefined),
})

/** Seconds since 1970 of about this century; other numbers are no moments. */
const ofUnixTime = (name: string, change: (seconds: number) => number): Mutation =>
  ofNumber(name, (value) => (value > 1e9 && value < 5e9 ? change(value) : undefined))

const DATE = /^\d{4}-\d{2}-\d{2}/

const ofDateText = (name: string, change: (rest: string, date: string) => string): Mutation =>
  ofText(name, (value) =>
    DATE.test(value) ? change(value.slice(10), value.slice(0, 10)) : undefined,
  )

const DAY_S = 24 * 60 * 60

const daysLater = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_S * 1000).toISOString().slice(0, 10)

const LONE_SURROGATE = '\ud83d'

export const MUTATIONS: readonly Mutation[] = [
  always('null', null),
  always('absent', ABSENT),
  always('a text', 'oops'),
  always('an empty text', ''),
  always('a long text', 'x'.repeat(5_000)),
  always('true', true),
  always('an empty array', []),
  always('an array of null', [null]),
  always('an empty object', {}),
  always('an object', { value: { value: 1 } }),
  always('NaN as text', 'NaN'),
  always('-Infinity as text', '-Infinity'),
  always('a number as text', '12.5'),
  always('huge', 1e20),
  always('hugest', Number.MAX_VALUE),
  always('-1', -1),
  always('-999', -999),
  always('9999', 9999),
  always('hugely negative', -1e20),
  always('a fraction', 0.12345),
  always('a name every object has', 'constructor'),
  ofNumber('in thousandths', (value) => value * 1000),
  ofText('a NUL in the text', (value) => `${value.slice(0, 4)}\u0000${value.slice(4)}`),
  ofText('a lone surrogate in the text', (value) => `${value}${LONE_SURROGATE}`),
  ofText('control characters in the text', (value) => `\u001b[31m${value}\u0007\r\n`),
  always('a NUL', '\u0000'),
  always('a lone surrogate', LONE_SURROGATE),
  ofArray('first element twice', (value) => [value[0], ...value]),
  ofArray('last element twice', (value) => [...value, value.at(-1)]),
  ofArray('all elements twice', (value) => [...value, ...value]),
  ofArray('reversed', (value) => value.toReversed()),
  ofArray('a null inside', (value) => [...value.slice(0, 1), null, ...value.slice(1)]),
  ofUnixTime('the far past', () => 1),
  ofUnixTime('the far future', () => 4_102_444_800),
  ofUnixTime('three days earlier', (seconds) => seconds - 3 * DAY_S),
  ofUnixTime('three days later', (seconds) => seconds + 3 * DAY_S),
  ofDateText('the far past', (rest) => `1970-01-01${rest}`),
  ofDateText('the far future', (rest) => `2999-12-31${rest}`),
  ofDateText('a year of five digits', (rest) => `+012026-01-01${rest}`),
  ofDateText('a day that does not exist', (rest) => `2027-02-29${rest}`),
  ofDateText('three days earlier', (rest, date) => `${daysLater(date, -3)}${rest}`),
  ofDateText('three days later', (rest, date) => `${daysLater(date, 3)}${rest}`),
]

/** Every field of a body; of each array the first two elements and the last stand for all. */
export function pathsOf(body: unknown, from: JsonPath = []): JsonPath[] {
  if (typeof body !== 'object' || body === null) return [from]
  const isChosen = (_: unknown, index: number, all: readonly unknown[]): boolean =>
    index < 2 || index === all.length - 1
  const keys = Array.isArray(body)
    ? body.map((_, index) => index).filter(isChosen)
    : Object.keys(body)
  const values = body as Readonly<Record<string | number, unknown>>
  return [from, ...keys.flatMap((key) => pathsOf(values[key], [...from, key]))]
}

/** The body with one field wrong in one way; undefined where that way is none for the field. */
export function mutant(
  body: unknown,
  path: JsonPath,
  { name, replace }: Mutation,
): Mutant | undefined {
  const value = replace(valueAt(body, path))
  if (value === undefined || (value === ABSENT && path.length === 0)) return undefined
  const spoilt = withValue(body, path, value)
  return { name: `${path.join('/')}: ${name}`, paths: [path], body: spoilt }
}

/** Every field in turn wrong in every way, or every `oneIn`th of these. */
export function mutantsOf(body: unknown, paths = pathsOf(body), oneIn = 1): Mutant[] {
  const ways = paths.flatMap((path) => MUTATIONS.map((mutation) => ({ path, mutation })))
  return ways
    .filter((_, index) => index % oneIn === 0)
    .flatMap(({ path, mutation }) => mutant(body, path, mutation) ?? [])
}

export function valueAt(body: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Readonly<Record<string | number, unknown>> | null | undefined)?.[key],
    body,
  )
}

/** Copies what lies on the path and shares the rest. */
function withValue(body: unknown, [key, ...rest]: JsonPath, value: unknown): unknown {
  if (key === undefined) return value
  const inner = (body as Readonly<Record<string | number, unknown>>)[key]
  const changed = rest.length > 0 ? withValue(inner, rest, value) : value
  if (Array.isArray(body)) {
    return changed === ABSENT ? body.toSpliced(Number(key), 1) : body.with(Number(key), changed)
  }
  const copy: Record<string, unknown> = { ...(body as object) }
  if (changed === ABSENT) Reflect.deleteProperty(copy, key)
  else copy[key] = changed
  return copy
}

const EPOCH = 'Thu, 01 Jan 1970 00:00:00 GMT'
const LAST_OF_9999 = 'Fri, 31 Dec 9999 23:59:59 GMT'
const MOMENTS = [
  '',
  '0',
  '-1',
  '1e20',
  'NaN',
  'soon',
  EPOCH,
  LAST_OF_9999,
  '2027-02-29',
  '9'.repeat(400),
]

/** Values that a server can put in a header, and that mean nothing sane there. */
export const HEADER_MUTATIONS: Readonly<Record<string, readonly string[]>> = {
  'retry-after': [...MOMENTS, '3600, 60', '1.5', '+5', '0x10'],
  expires: MOMENTS,
  'last-modified': MOMENTS,
  date: MOMENTS,
  age: MOMENTS,
  'cache-control': ['max-age=-1', 'max-age=1e20', 'no-store', ','],
  'content-type': ['', 'text/html', 'application/json; charset=utf-16', 'image/png', ';;;'],
  'content-encoding': ['', 'GZIP', 'gzip', 'br', 'identity', 'gzip, gzip', 'unheard-of'],
  'x-ratelimit-limit': MOMENTS,
  'x-ratelimit-remaining': MOMENTS,
  'x-ratelimit-reset': MOMENTS,
}

/** Bodies that are no JSON, or not the JSON they were, made of one that is sound. */
export const TEXT_MUTATIONS: Readonly<Record<string, (sound: string) => string | Buffer>> = {
  empty: () => '',
  'a page with a NUL': () => '<html>\u0000</html>',
  'cut in the middle': (sound) => sound.slice(0, sound.length / 2),
  'packed without its header': (sound) => gzipSync(sound),
  'with a byte order mark': (sound) => `\ufeff${sound}`,
  'with a literal nan': (sound) => sound.replace(/":-?\d+(\.\d+)?/, '":nan'),
  'followed by an error': (sound) => `${sound}Unexpected error while streaming data`,
  'with bytes that are no UTF-8': (sound) =>
    Buffer.concat([Buffer.from(sound), Buffer.of(0xff, 0xfe)]),
  'nested deeply': () => '['.repeat(50_000),
  'a lone surrogate as escape': () => '{"reason":"\\ud83d\\u0000"}',
}
