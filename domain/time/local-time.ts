import { DAY_MS, MINUTE_MS, SECOND_MS } from './durations.ts'
import { formatterOf } from './time-zone.ts'

/** What a clock there shows, `2026-03-29 03:00:00`. */
export const localDateTime = (at: Date, timeZone: string): string =>
  formatterOf(timeZone).format(at)

/** The calendar date there, YYYY-MM-DD. */
export const localDate = (at: Date, timeZone: string): string =>
  localDateTime(at, timeZone).slice(0, 'YYYY-MM-DD'.length)

const atUtc = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`)

/** The same moment as a clock there shows it, with its offset: `2026-03-29T03:00:00+02:00`. */
export function localTimeWithOffset(at: Date, timeZone: string): string {
  const atMs = Math.floor(at.getTime() / SECOND_MS) * SECOND_MS
  const minutes = Math.round(offsetMs(atMs, timeZone) / MINUTE_MS)
  const parts = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const offset = parts.map((part) => String(part).padStart(2, '0')).join(':')
  const local = localDateTime(at, timeZone).replace(' ', 'T')
  return `${local}${minutes < 0 ? '-' : '+'}${offset}`
}

/** Local time minus UTC, at a full second. */
const offsetMs = (atMs: number, timeZone: string): number =>
  atUtc(localDateTime(new Date(atMs), timeZone)) - atMs

/**
 * The moment a clock there shows this: the first of two where clocks go back; a time that is skipped
 * where they go forward moves on with them.
 */
export function instantOfLocal(date: string, hour: number, minute: number, timeZone: string): Date {
  const asIfUtcMs = atUtc(`${date} 00:00:00`) + (hour * 60 + minute) * MINUTE_MS
  const before = asIfUtcMs - offsetMs(asIfUtcMs - DAY_MS, timeZone)
  const after = asIfUtcMs - offsetMs(asIfUtcMs + DAY_MS, timeZone)
  const shows = (atMs: number): boolean => atMs + offsetMs(atMs, timeZone) === asIfUtcMs
  return new Date(!shows(before) && shows(after) ? after : before)
}

/**
 * The first moment of that date there: mostly midnight, but where clocks go forward at midnight it
 * does not exist. A date that a zone skips is empty: it begins where the next one does.
 */
export function startOfLocalDay(date: string, timeZone: string): Date {
  const midnight = `${date} 00:00:00`
  const asIfUtcMs = atUtc(midnight)
  const dayBeforeMs = asIfUtcMs - DAY_MS
  const likely = new Date(asIfUtcMs - offsetMs(dayBeforeMs, timeZone))
  // With the same offset as on the day before, no midnight came earlier.
  if (localDateTime(likely, timeZone) === midnight) return likely
  return firstOf(date, dayBeforeMs, asIfUtcMs + DAY_MS, timeZone)
}

/** Bisects to the second: no zone is a day or more from UTC. */
function firstOf(date: string, fromMs: number, toMs: number, timeZone: string): Date {
  let [earlierMs, foundMs] = [fromMs, toMs]
  while (foundMs - earlierMs > SECOND_MS) {
    const middleMs = earlierMs + Math.floor((foundMs - earlierMs) / 2 / SECOND_MS) * SECOND_MS
    if (localDate(new Date(middleMs), timeZone) < date) earlierMs = middleMs
    else foundMs = middleMs
  }
  return new Date(foundMs)
}
