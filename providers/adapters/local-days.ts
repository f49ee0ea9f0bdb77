import { addDays } from '../../domain/time/calendar-date.ts'
import { localDate, startOfLocalDay } from '../../domain/time/local-time.ts'
import { sum, totalOf } from './day-values.ts'

/** From its start up to, not including, its end. */
export interface Span {
  readonly startMs: number
  readonly endMs: number
}

export interface LocalDay extends Span {
  /** YYYY-MM-DD */
  readonly date: string
}

/** More than any forecast holds; a wildly wrong time must not make thousands of days. */
const MAX_DAYS = 16

/** The local days there from that of `from` to the last that begins before `untilMs`. */
export function localDays(from: Date, untilMs: number, timeZone: string): LocalDay[] {
  const days: LocalDay[] = []
  let date = localDate(from, timeZone)
  let startMs = startOfLocalDay(date, timeZone).getTime()
  while (startMs < untilMs && days.length < MAX_DAYS) {
    const next = addDays(date, 1)
    const endMs = startOfLocalDay(next, timeZone).getTime()
    days.push({ date, startMs, endMs })
    date = next
    startMs = endMs
  }
  return days
}

export const isWithin = ({ startMs, endMs }: Span, atMs: number): boolean =>
  atMs >= startMs && atMs < endMs

export const middleOf = ({ startMs, endMs }: Span): number => (startMs + endMs) / 2

const overlapMs = (one: Span, other: Span): number =>
  Math.max(0, Math.min(one.endMs, other.endMs) - Math.max(one.startMs, other.startMs))

/** How much of the day the steps cover; no step may overlap another. */
export const coveredMs = (day: Span, steps: readonly Span[]): number =>
  sum(steps.map((step) => overlapMs(day, step)))

/**
 * What falls within the day; a step across midnight is shared between its two days by their hours of
 * it. Null where the amount of a step is not known, or a step between two others is missing: the sum
 * would be too small.
 */
export function amountWithin<Step extends Span>(
  day: Span,
  steps: readonly Step[],
  amountOf: (step: Step) => number | null,
): number | null {
  if (hasGap(day, steps)) return null
  const touching = steps.filter((step) => overlapMs(day, step) > 0)
  const shares = touching.map((step) => {
    const amount = amountOf(step)
    return amount === null ? null : (amount * overlapMs(day, step)) / (step.endMs - step.startMs)
  })
  return totalOf(shares, 2)
}

/** Before the first step and after the last there are none to miss. */
function hasGap(day: Span, steps: readonly Span[]): boolean {
  const startMs = steps[0]?.startMs ?? 0
  const endMs = steps.at(-1)?.endMs ?? 0
  return coveredMs(day, steps) < overlapMs(day, { startMs, endMs })
}
