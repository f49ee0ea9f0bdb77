import { addDays } from './calendar-date.ts'
import { HOUR_MS } from './durations.ts'
import { localDate, startOfLocalDay } from './local-time.ts'

/** A calendar day of a place: mostly 24 hours, but 23 or 25 where clocks are changed. */
export interface LocalDay {
  readonly startsAt: Date
  /** Where the next one starts. */
  readonly endsAt: Date
  readonly hours: number
}

export function localDay(date: string, timeZone: string): LocalDay {
  const startsAt = startOfLocalDay(date, timeZone)
  const endsAt = startOfLocalDay(addDays(date, 1), timeZone)
  return { startsAt, endsAt, hours: (endsAt.getTime() - startsAt.getTime()) / HOUR_MS }
}

/** Where the last `days` local days begin, that of `at` included. */
export const startOfLastDays = (at: Date, days: number, timeZone: string): Date =>
  startOfLocalDay(addDays(localDate(at, timeZone), 1 - days), timeZone)
