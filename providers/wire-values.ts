import { Type, type StaticEncode, type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { isCalendarDate } from '../domain/time/calendar-date.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import type { Discard } from '../domain/weather/reading.ts'
import { withoutWrongParts } from './wire-discards.ts'

/** 1990 to 2100, so that milliseconds in place of seconds are refused. */
const EARLIEST_S = 631_152_000
const LATEST_S = 4_102_444_800

export const UnixTime = Type.Number({ minimum: EARLIEST_S, maximum: LATEST_S })

export const MaybeNumber = Type.Optional(Type.Union([Type.Number(), Type.Null()]))
export const MaybeText = Type.Optional(Type.Union([Type.String(), Type.Null()]))

/** A value that its product cannot do without: it may be absent, but a wrong type is refused, not discarded. */
export const vital = <const Schema extends TSchema>(schema: Schema) =>
  Type.Optional(Type.Union([schema, Type.Null()], { isVital: true }))

export const VitalNumber = vital(Type.Number())

/** The same, and its name is always there: without it the answer has another form. */
export const named = <const Schema extends TSchema>(schema: Schema) =>
  Type.Union([schema, Type.Null()], { isVital: true })

export const NamedNumber = named(Type.Number())

/** @throws ProviderError where a product needs one of these, and the answer has not even their names. */
export function refuseWithoutNames(what: string, values: object, names: readonly string[]): void {
  if (names.some((name) => name in values)) return
  throw new ProviderError('schema-mismatch', `${what} has none of ${names.join(', ')}`)
}

const isPlausible = (unixSeconds: number): boolean =>
  unixSeconds >= EARLIEST_S && unixSeconds <= LATEST_S

export const isUnixTime = (value: unknown): value is number =>
  typeof value === 'number' && isPlausible(value)

/** @throws ProviderError for a number outside the plausible years. */
export function instantOf(unixSeconds: number): Date {
  if (isPlausible(unixSeconds)) return new Date(unixSeconds * 1000)
  throw new ProviderError('schema-mismatch', `${unixSeconds} is no time in seconds`)
}

/** Some providers send 0 where the sun does not rise or set that day. */
export const sunTimeOf = (unixSeconds: number | null | undefined): Date | null =>
  unixSeconds ? instantOf(unixSeconds) : null

const ISO_INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/

/** An ISO time with its offset; null for a time outside the plausible years. */
export function isoInstantOf(text: string): Date | null {
  const [, date = ''] = ISO_INSTANT.exec(text) ?? []
  return isCalendarDate(date) ? ofOurTime(Date.parse(text)) : null
}

/** At most 4 decimals (11 m) and no trailing zeros, which some providers refuse or redirect. */
export const coordinate = (degrees: number): string => String(Number(degrees.toFixed(4)))

/** Null for a time outside the plausible years. */
export const ofOurTime = (ms: number): Date | null =>
  ms >= EARLIEST_S * 1000 && ms <= LATEST_S * 1000 ? new Date(ms) : null

/**
 * Checks an answer's shape. Extra fields are ignored, optional fields of a wrong type are discarded
 * and noted, and a required field of a wrong type fails the answer.
 */
export function wireParser<const Schema extends TSchema>(
  provider: string,
  schema: Schema,
): (body: unknown, discard?: Discard) => StaticEncode<Schema> {
  const validator = Compile(schema)
  return (body, discard = () => undefined) => {
    if (validator.Check(body)) return body
    const sound = withoutWrongParts(body, schema, validator, discard)
    if (validator.Check(sound)) return sound
    const [first] = validator.Errors(body)
    const missing = first?.keyword === 'required' ? `/${first.params.requiredProperties[0]}` : ''
    const path = `${first?.instancePath ?? ''}${missing}` || '/'
    throw new ProviderError(
      'schema-mismatch',
      `${provider}: ${path} ${first?.message ?? 'is not as expected'}`,
    )
  }
}
