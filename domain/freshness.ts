/** Buckets of a value's age, as data pages show them. */
export const FRESHNESS = ['very_fresh', 'fresh', 'stale', 'very_stale', 'no_data'] as const

export type Freshness = (typeof FRESHNESS)[number]

const MINUTE_S = 60
const HOUR_S = 60 * MINUTE_S

export function freshnessOf(ageSeconds: number | null): Freshness {
  if (ageSeconds === null || ageSeconds > 6 * HOUR_S) return 'no_data'
  if (ageSeconds < 15 * MINUTE_S) return 'very_fresh'
  if (ageSeconds <= 30 * MINUTE_S) return 'fresh'
  return ageSeconds <= 2 * HOUR_S ? 'stale' : 'very_stale'
}

export const ageSeconds = (since: Date, now: Date): number =>
  Math.max(0, Math.round((now.getTime() - since.getTime()) / 1000))

/** A value is served unmarked while younger than two refresh periods: one missed tick is no news. */
export const isStale = (age: number, maxAgeSeconds: number): boolean => age > 2 * maxAgeSeconds

const LONGEST_SLACK_S = MINUTE_S

/**
 * Ticks are jittered and a run takes its time: without slack an age of four ticks would be over
 * after three or after four, by chance, and a third more calls be made than were meant.
 */
const slackSeconds = (maxAgeSeconds: number, tickSeconds: number): number =>
  maxAgeSeconds > tickSeconds ? Math.min(LONGEST_SLACK_S, tickSeconds / 10) : 0

/**
 * Due means: would exceed its age, by more than the slack, before the next tick. What was confirmed
 * at or before the returned moment is due at `now`; without a tick (a person asks once) only what is
 * too old now.
 */
export function dueCutoff(now: Date, maxAgeSeconds: number, tickSeconds: number): Date {
  const slack = slackSeconds(maxAgeSeconds, tickSeconds)
  return new Date(now.getTime() + (tickSeconds - maxAgeSeconds - slack) * 1000)
}

/** How many ticks after the one that refreshed it something is due again. */
export function ticksUntilDue(maxAgeSeconds: number, tickSeconds: number): number {
  const slack = slackSeconds(maxAgeSeconds, tickSeconds)
  return Math.max(1, Math.ceil((maxAgeSeconds + slack) / tickSeconds - 1))
}
