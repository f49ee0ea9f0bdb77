import { DAY_MS } from './durations.ts'

const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** A day there is, YYYY-MM-DD: reading 2027-02-29 as a moment would give 1 March. */
export function isCalendarDate(text: string): boolean {
  if (!SHAPE.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text
}

const midnightMs = (date: string): number => Date.parse(`${date}T00:00:00Z`)

/** The date must exist. */
export const addDays = (date: string, days: number): string =>
  new Date(midnightMs(date) + days * DAY_MS).toISOString().slice(0, 10)

/** How many days `moment` is from the noon of that date in UTC, as a fraction. */
export const daysFromNoon = (date: string, moment: Date): number =>
  (moment.getTime() - midnightMs(date)) / DAY_MS - 0.5
