import type { QuotaReported } from '../../domain/quota/drift.ts'
import { windowEnd, type QuotaLimit, type QuotaWindow } from '../../domain/quota/windows.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../domain/time/durations.ts'

type Headers = Readonly<Record<string, string>>

/** `X-RateLimit-Remaining-Day` and its kin. */
const PREFIXES = ['ratelimit', 'x-ratelimit'] as const

/** Between two clocks, and a header that counts whole seconds. */
const RESET_TOLERANCE_MS = 5_000

/** Seconds from here on are a unix time. */
const FIRST_UNIX_TIME = 1_000_000_000

interface Said {
  readonly left: number | undefined
  readonly limit: number | undefined
  readonly resetMs: number | undefined
  readonly windowMs: number | undefined
}

/**
 * What the headers say is left, of the windows that are limited. A number whose window is neither
 * named nor known by its length, limit or reset is left out.
 */
export function quotaReportedBy(
  headers: Headers,
  limits: readonly QuotaLimit[],
  now: Date,
): QuotaReported[] {
  const named = limits.flatMap(({ window }) =>
    reportOf(window, saidWith(headers, `-${window}`, now)),
  )
  if (named.length > 0) return named
  const said = saidWith(headers, '', now)
  const window = windowOf(said, limits, now)
  return window ? reportOf(window, said) : []
}

/** The wait that a refusal's headers name, without a Retry-After. */
export const resetMsOf = (headers: Headers, now: Date): number | undefined =>
  saidWith(headers, '', now).resetMs

function reportOf(window: QuotaWindow, { left, limit }: Said): QuotaReported[] {
  return left === undefined ? [] : [{ window, left, limit: limit ?? null }]
}

/** With an empty suffix also what `RateLimit` and `RateLimit-Policy` say in one. */
function saidWith(headers: Headers, suffix: string, now: Date): Said {
  const value = (field: string): string | undefined =>
    PREFIXES.map((prefix) => headers[`${prefix}-${field}${suffix}`]).find((one) => one)
  const [joined, policy] = suffix === '' ? [headers['ratelimit'], headers['ratelimit-policy']] : []
  const limit = value('limit') ?? parameter(joined, 'limit')
  const reset = number(value('reset') ?? parameter(joined, 't') ?? parameter(joined, 'reset'))
  return {
    left: number(value('remaining') ?? parameter(joined, 'r') ?? parameter(joined, 'remaining')),
    limit: number(limit) ?? number(parameter(policy, 'q')),
    resetMs: reset === undefined ? undefined : waitOf(reset, now),
    windowMs: secondsIn(parameter(policy, 'w') ?? parameter(limit, 'w')),
  }
}

const waitOf = (seconds: number, now: Date): number =>
  seconds < FIRST_UNIX_TIME ? seconds * SECOND_MS : Math.max(0, seconds * SECOND_MS - now.getTime())

const secondsIn = (text: string | undefined): number | undefined => {
  const seconds = number(text)
  return seconds === undefined ? undefined : seconds * SECOND_MS
}

/** `"default";r=37;t=3600` and the older `limit=100, remaining=37`. */
const parameter = (text: string | undefined, name: string): string | undefined =>
  text === undefined ? undefined : new RegExp(`(?:^|[;,\\s])${name}=(\\d+)`).exec(text)?.[1]

/** A list such as `100, 100;w=60` begins with its number. */
function number(text: string | undefined): number | undefined {
  const digits = /^\s*(\d{1,12})(?=$|[\s,;])/.exec(text ?? '')?.[1]
  return digits === undefined ? undefined : Number(digits)
}

function windowOf(said: Said, limits: readonly QuotaLimit[], now: Date): QuotaWindow | undefined {
  const byLength = limits.find(({ window }) => isLength(window, said.windowMs))
  if (byLength) return byLength.window
  if (said.windowMs !== undefined) return undefined
  const byLimit = limits.filter(({ limit }) => limit === said.limit)
  if (byLimit.length === 1) return byLimit[0]?.window
  const byReset = limits.filter((limit) => turnsAt(limit, said.resetMs, now))
  return byReset.length === 1 ? byReset[0]?.window : undefined
}

function isLength(window: QuotaWindow, lengthMs: number | undefined): boolean {
  if (lengthMs === undefined) return false
  if (window === 'month') return lengthMs >= 28 * DAY_MS && lengthMs <= 31 * DAY_MS
  return lengthMs === { minute: MINUTE_MS, hour: HOUR_MS, day: DAY_MS }[window]
}

function turnsAt(limit: QuotaLimit, resetMs: number | undefined, now: Date): boolean {
  if (resetMs === undefined || limit.kind === 'sliding') return false
  const leftMs = windowEnd(limit, now).getTime() - now.getTime()
  return Math.abs(leftMs - resetMs) <= RESET_TOLERANCE_MS
}
