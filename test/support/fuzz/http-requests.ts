import fc from 'fast-check'
import type { Operation, Parameter, Schema } from '../api/described-operations.ts'
import { hostileHeadersAsRead } from './hostile-headers.ts'
import { hostileJson, hostileText } from './hostile-text.ts'

export interface FuzzRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload?: string
}

/** Requests near what the operation takes: each part as described, hostile, absent, or there twice. */
export function requestsTo({
  method,
  path,
  parameters,
  body,
}: Operation): fc.Arbitrary<FuzzRequest> {
  const named = (place: string) => parameters.filter((parameter) => parameter.in === place)
  const parts = fc.tuple(...named('path').map(({ schema }) => textOf(schema)))
  const query = fc.tuple(...named('query').map(queryOf), extraQuery).map((all) => all.flat())
  return fc.record({
    url: fc.tuple(parts, query).map(([values, pairs]) => {
      const address = values.reduce((left, value) => left.replace(/\{\w+\}/, () => value), path)
      return pairs.length === 0 ? address : `${address}?${pairs.join('&')}`
    }),
    method: fc.constant(method),
    headers: headersFor(named('header')),
    ...(body && { payload: payloadOf(body) }),
  })
}

/** A lone surrogate has no escape. */
const escaped = (text: string): string =>
  encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'))

const textOf = (schema: Schema): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 2, arbitrary: described(schema).map((value) => escaped(String(value))) },
    { weight: 1, arbitrary: hostileText.map(escaped) },
  )

/** Mostly absent, and seldom there twice, which is refused for itself: some take a dozen. */
const queryOf = ({ name, schema, required }: Parameter): fc.Arbitrary<string[]> => {
  const pair = textOf(schema).map((text) => `${name}=${text}`)
  return fc.oneof(
    { weight: required ? 1 : 20, arbitrary: fc.constant<string[]>([]) },
    { weight: 9, arbitrary: fc.tuple(pair) },
    { weight: 1, arbitrary: fc.tuple(pair, pair) },
  )
}

const extraQuery: fc.Arbitrary<string[]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<string[]>([]) },
  { weight: 1, arbitrary: hostileText.map((text) => [`${escaped(text)}=1`]) },
)

const headersFor = (parameters: readonly Parameter[]): fc.Arbitrary<Record<string, string>> =>
  fc
    .tuple(
      fc.constantFrom('application/json', 'text/csv', '*/*', 'application/x-unknown'),
      // Most are refused for them alone.
      fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, hostileHeadersAsRead),
      ...parameters.map(({ name }) =>
        // HTTP itself takes no other characters in a header.
        fc.option(fc.stringMatching(/^[\x20-\x7e]{0,300}$/).map((value) => [name, value] as const)),
      ),
    )
    .map(([accept, hostile, ...own]) => ({
      accept,
      'content-type': 'application/json',
      ...Object.fromEntries(own.filter((one) => one !== null)),
      ...hostile,
    }))

const payloadOf = (schema: Schema): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: near(schema).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: hostileJson.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: hostileText },
  )

/** A body with some fields as described, some hostile, some absent and one that is not described. */
function near(schema: Schema): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, field]) =>
      [name, fc.oneof({ weight: 2, arbitrary: described(field) }, hostileJson)] as const,
  )
  const extra = fc.dictionary(fc.constantFrom('citys', '__proto__', 'x'), hostileJson, {
    maxKeys: 1,
  })
  return fc
    .tuple(fc.record(Object.fromEntries(fields), { requiredKeys: [] }), extra)
    .map(([known, more]) => ({ ...known, ...more }))
}

const tenth = (value: number): number => value / 10

/** Values that the schema allows, or nearly so. */
function described(schema: Schema): fc.Arbitrary<unknown> {
  const { enum: words, examples = [], items, minimum = -1, maximum = 1_000_000 } = schema
  if (words) return fc.constantFrom(...words)
  const known = examples.length > 0 ? [fc.constantFrom(...examples)] : []
  switch ([schema.type].flat()[0]) {
    case 'integer':
      return fc.oneof(...known, fc.integer({ min: minimum, max: Math.max(minimum, maximum) }))
    case 'number':
      return fc.oneof(...known, fc.integer({ min: 10 * minimum, max: 10 * maximum }).map(tenth))
    case 'boolean':
      return fc.boolean()
    case 'array':
      return fc.array(described(items ?? {}), { maxLength: 5 })
    default:
      return fc.oneof(...known, fc.string({ maxLength: 30 }), fc.constantFrom('London', '2643743'))
  }
}
