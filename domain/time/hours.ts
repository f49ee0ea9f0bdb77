import { HOUR_MS, MINUTE_MS } from './durations.ts'

/** The full minute of the UTC clock that `at` is in. */
export const startOfMinute = (at: Date): Date =>
  new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS)

/** The full hour of the UTC clock that `at` is in. */
export const startOfHour = (at: Date): Date =>
  new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS)

/** The UTC hours that end with the one `at` is in. */
export function hoursUpTo(at: Date, hours: number): Date[] {
  const lastMs = startOfHour(at).getTime()
  return Array.from({ length: hours }, (_, index) => {
    return new Date(lastMs - (hours - 1 - index) * HOUR_MS)
  })
}
