import { HOUR_MS, MINUTE_MS } from '../time/durations.ts'
import type { Conditions } from './reading.ts'
import type { ValueFlag } from './value-flag.ts'

export { VALUE_FLAGS, type ValueFlag } from './value-flag.ts'

/** Those that one provider's own values show. */
export type OwnFlag = Exclude<ValueFlag, 'disagreement'>

export const WATCHED_FIELDS = ['temperatureC', 'pressureMslHpa'] as const

export type WatchedField = (typeof WATCHED_FIELDS)[number]

/**
 * Beyond what weather does within an hour, but for a few winds and storms a year: cold fronts and
 * foehn turn the temperature by up to 10 °C, deep lows the pressure by 8 hPa.
 */
export const JUMP_BOUNDS: Readonly<Record<WatchedField, number>> = {
  temperatureC: 10,
  pressureMslHpa: 10,
}

/** A jump is one within this time. */
export const JUMP_MINUTES = 60

/** A value that came back is as near to the one before as this share of a jump. */
const BACK_SHARE = 1 / 3

/**
 * Day and night move a temperature, and the tides of the air the pressure, within a day, even where
 * they are reported in whole degrees; all values together do not stand still for hours.
 */
export const STILL_HOURS = { alone: 24, together: 6 } as const

export type TrackedValues = Pick<Conditions, 'validAt' | WatchedField>

/** The latest values of one provider for a city, and since when they have not moved. */
export interface Track {
  readonly latest: TrackedValues
  readonly previous: TrackedValues | null
  readonly beforePrevious: TrackedValues | null
  /** The first moment from which on it has had its value without a change. */
  readonly sameSince: Readonly<Record<WatchedField, Date | null>>
  /** The same of temperature, pressure, humidity and wind together. */
  readonly allSameSince: Date | null
}

export interface FlaggedValue {
  readonly flag: OwnFlag
  /** `all`: temperature, pressure, humidity and wind together. */
  readonly field: WatchedField | 'all'
  /** When the values that are flagged were valid first, and last where it is over. */
  readonly since: Date
  readonly until: Date | null
  readonly value: number | null
  /** The one before a jump. */
  readonly before: number | null
}

/** What of these values can hardly be. */
export function flagsOf(track: Track): FlaggedValue[] {
  return [...stillValues(track), ...WATCHED_FIELDS.flatMap((field) => jumpsOf(track, field))]
}

function stillValues({ latest, sameSince, allSameSince }: Track): FlaggedValue[] {
  const stands = (since: Date | null, hours: number): since is Date =>
    since !== null && latest.validAt.getTime() - since.getTime() >= hours * HOUR_MS
  const still = { flag: 'stands-still', until: null, before: null } as const
  if (stands(allSameSince, STILL_HOURS.together)) {
    return [{ ...still, field: 'all', since: allSameSince, value: latest.temperatureC }]
  }
  return WATCHED_FIELDS.flatMap((field) => {
    const since = sameSince[field]
    if (latest[field] === null || !stands(since, STILL_HOURS.alone)) return []
    return [{ ...still, field, since, value: latest[field] }]
  })
}

function jumpsOf({ latest, previous, beforePrevious }: Track, field: WatchedField): FlaggedValue[] {
  const bound = JUMP_BOUNDS[field]
  const now = stepBetween(previous, latest, field)
  if (previous === null || now === undefined || Math.abs(now) <= bound) return []
  const earlier = stepBetween(beforePrevious, previous, field)
  const isBack =
    earlier !== undefined &&
    Math.abs(earlier) > bound &&
    Math.abs(now + earlier) <= bound * BACK_SHARE
  if (isBack) {
    const [since, until] = [previous.validAt, latest.validAt]
    const before = beforePrevious?.[field] ?? null
    return [{ flag: 'jump-back', field, since, until, value: previous[field], before }]
  }
  const since = latest.validAt
  return [
    { flag: 'jump', field, since, until: null, value: latest[field], before: previous[field] },
  ]
}

/** Undefined where the two are too far apart in time to be a jump. */
function stepBetween(
  one: TrackedValues | null,
  other: TrackedValues,
  field: WatchedField,
): number | undefined {
  const [from, to] = [one?.[field] ?? null, other[field]]
  if (one === null || from === null || to === null) return undefined
  const apartMs = other.validAt.getTime() - one.validAt.getTime()
  return apartMs > JUMP_MINUTES * MINUTE_MS ? undefined : to - from
}
