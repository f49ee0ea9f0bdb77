import { HOUR_S, MINUTE_S } from '../time/durations.ts'

/** Buckets of a value's age, as data pages show them. */
export const FRESHNESS = ['very_fresh', 'fresh', 'stale', 'very_stale', 'no_data'] as const

export type Freshness = (typeof FRESHNESS)[number]

/** Up to which age in seconds a value counts to its bucket; `very_fresh` excludes its bound. */
export const FRESHNESS_BOUNDS_S = {
  very_fresh: 15 * MINUTE_S,
  fresh: 30 * MINUTE_S,
  stale: 2 * HOUR_S,
  very_stale: 6 * HOUR_S,
} as const satisfies Record<Exclude<Freshness, 'no_data'>, number>

/** Every age from here on is the same to the buckets. */
export const OLDEST_BUCKET_S = FRESHNESS_BOUNDS_S.very_stale + HOUR_S

export function freshnessOf(ageSeconds: number | null): Freshness {
  const bounds = FRESHNESS_BOUNDS_S
  if (ageSeconds === null || ageSeconds > bounds.very_stale) return 'no_data'
  if (ageSeconds < bounds.very_fresh) return 'very_fresh'
  if (ageSeconds <= bounds.fresh) return 'fresh'
  return ageSeconds <= bounds.stale ? 'stale' : 'very_stale'
}

/**
 * The buckets are made for conditions, due every 15 minutes. What is refreshed more rarely is judged
 * by as many of its own periods: a forecast that is due every 3 hours is `fresh` up to 6.
 */
export const freshnessByPeriod = (ageSeconds: number, maxAgeSeconds: number): Freshness =>
  freshnessOf((ageSeconds * FRESHNESS_BOUNDS_S.very_fresh) / maxAgeSeconds)

export const ageSeconds = (since: Date, now: Date): number =>
  Math.max(0, Math.round((now.getTime() - since.getTime()) / 1000))

/** A value is served unmarked while younger than two refresh periods: one missed tick is normal. */
export const isStale = (age: number, maxAgeSeconds: number): boolean => age > 2 * maxAgeSeconds

const MAX_SLACK_S = MINUTE_S

/**
 * Ticks are jittered and a run takes its time: without slack an age of four ticks would be over
 * after three or after four, by chance, and a third more calls be made than were meant.
 */
const slackSeconds = (maxAgeSeconds: number, tickSeconds: number): number =>
  maxAgeSeconds > tickSeconds ? Math.min(MAX_SLACK_S, tickSeconds / 10) : 0

/**
 * Due means: would exceed its age, by more than the slack, before the next tick. What was confirmed
 * at or before the returned moment is due at `now`, and what was confirmed since then never is, also
 * where a tick is longer than the age; without a tick (a person's request) only what is too old now.
 */
export function dueCutoff(now: Date, maxAgeSeconds: number, tickSeconds: number): Date {
  const slack = slackSeconds(maxAgeSeconds, tickSeconds)
  return new Date(now.getTime() + Math.min(0, tickSeconds - maxAgeSeconds - slack) * 1000)
}

/** How many ticks after the one that refreshed it something is due again. */
export function ticksUntilDue(maxAgeSeconds: number, tickSeconds: number): number {
  const slack = slackSeconds(maxAgeSeconds, tickSeconds)
  return Math.max(1, Math.ceil((maxAgeSeconds + slack) / tickSeconds - 1))
}
