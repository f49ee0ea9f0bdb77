import { addDays } from '../time/calendar-date.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../time/durations.ts'
import { startOfHour, startOfMinute } from '../time/hours.ts'
import { instantOfLocal, localDate } from '../time/local-time.ts'

export const QUOTA_WINDOWS = ['minute', 'hour', 'day', 'month'] as const

export type QuotaWindow = (typeof QUOTA_WINDOWS)[number]

export const WINDOW_KINDS = ['fixed', 'sliding'] as const

/** When the provider starts counting again. What is absent is UTC, midnight, and the first of the month. */
export interface WindowRule {
  readonly window: QuotaWindow
  /** `fixed` turns with the clock; `sliding` counts the minute, hour, day or 30 days that end now. */
  readonly kind?: (typeof WINDOW_KINDS)[number]
  /** IANA name of the zone in which days and months turn. */
  readonly timeZone?: string
  /** Hour of the day at which days and months turn, 0 to 23. */
  readonly resetHour?: number
  /** Day of the month at which months turn, 1 to 28. */
  readonly resetDay?: number
}

export interface QuotaLimit extends WindowRule {
  /** The most weight one window may carry. */
  readonly limit: number
  /** Where the number is published. */
  readonly source: string
  /** When it was read there, YYYY-MM-DD. */
  readonly asOf: string
}

const ruleOf = (rule: WindowRule | QuotaWindow): WindowRule =>
  typeof rule === 'string' ? { window: rule } : rule

/** The start of the fixed window that holds `at`: a name alone is that of the UTC clock. */
export function windowStart(of: WindowRule | QuotaWindow, at: Date): Date {
  const rule = ruleOf(of)
  if (rule.window === 'minute') return startOfMinute(at)
  if (rule.window === 'hour') return startOfHour(at)
  const first = turnOf(rule, dateOf(rule, at))
  return first > at ? turnOf(rule, previousDate(rule, at)) : first
}

/** Where the next fixed window begins. */
export function windowEnd(of: WindowRule | QuotaWindow, at: Date): Date {
  const rule = ruleOf(of)
  const start = windowStart(rule, at)
  if (rule.window === 'minute') return new Date(start.getTime() + MINUTE_MS)
  if (rule.window === 'hour') return new Date(start.getTime() + HOUR_MS)
  return turnOf(rule, nextDate(rule, start))
}

/** The moment at which a window turns on that local date. */
function turnOf({ timeZone = 'UTC', resetHour = 0 }: WindowRule, date: string): Date {
  if (timeZone === 'UTC') return new Date(Date.parse(`${date}T00:00:00Z`) + resetHour * HOUR_MS)
  return instantOfLocal(date, resetHour, 0, timeZone)
}

const localDateOf = ({ timeZone = 'UTC' }: WindowRule, at: Date): string =>
  timeZone === 'UTC' ? at.toISOString().slice(0, 10) : localDate(at, timeZone)

/** The date of the day or month at `at` on which its window turns, which may be still to come. */
function dateOf(rule: WindowRule, at: Date): string {
  const date = localDateOf(rule, at)
  return rule.window === 'day' ? date : inMonth(date, rule)
}

const inMonth = (date: string, { resetDay = 1 }: WindowRule): string =>
  `${date.slice(0, 8)}${String(resetDay).padStart(2, '0')}`

function previousDate(rule: WindowRule, at: Date): string {
  const date = localDateOf(rule, at)
  if (rule.window === 'day') return addDays(date, -1)
  return inMonth(addDays(`${date.slice(0, 8)}01`, -1), rule)
}

function nextDate(rule: WindowRule, at: Date): string {
  const date = localDateOf(rule, at)
  if (rule.window === 'day') return addDays(date, 1)
  return inMonth(addDays(`${date.slice(0, 8)}28`, 4), rule)
}

/** A sliding window is counted in slots: what is charged in one is free again when all of it is over. */
export interface Slots {
  readonly slotMs: number
  readonly windowMs: number
}

export const SLOTS: Readonly<Record<QuotaWindow, Slots>> = {
  minute: { slotMs: SECOND_MS, windowMs: MINUTE_MS },
  hour: { slotMs: 30 * SECOND_MS, windowMs: HOUR_MS },
  day: { slotMs: 15 * MINUTE_MS, windowMs: DAY_MS },
  month: { slotMs: 6 * HOUR_MS, windowMs: 30 * DAY_MS },
}

export const slotOf = (window: QuotaWindow, at: Date): number =>
  Math.floor(at.getTime() / SLOTS[window].slotMs)

/** The oldest slot that counts; one more than the window holds, for a request that arrives late. */
export function oldestSlot(window: QuotaWindow, now: Date): number {
  const { slotMs, windowMs } = SLOTS[window]
  return Math.floor((now.getTime() - windowMs) / slotMs) - 1
}

/** When a slot no longer counts. */
export function slotFreeAt(window: QuotaWindow, slot: number): Date {
  const { slotMs, windowMs } = SLOTS[window]
  return new Date((slot + 2) * slotMs + windowMs)
}

/**
 * How long to hold a request back so that it does not leave in one window and arrive in the next:
 * the last `guardMs` of every minute, which every longer window's end falls on, stay unused.
 */
export function edgeWaitMs(at: Date, guardMs: number): number {
  const leftMs = windowEnd('minute', at).getTime() - at.getTime()
  return leftMs <= guardMs ? leftMs : 0
}
