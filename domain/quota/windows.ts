import { startOfHour, startOfMinute } from '../time/hours.ts'

export const QUOTA_WINDOWS = ['minute', 'hour', 'day', 'month'] as const

export type QuotaWindow = (typeof QUOTA_WINDOWS)[number]

export interface QuotaLimit {
  readonly window: QuotaWindow
  /** The most weight one window may carry. */
  readonly limit: number
  /** Where the number is published. */
  readonly source: string
  /** When it was read there, YYYY-MM-DD. */
  readonly asOf: string
}

/** Windows are those of the UTC clock: providers reset at full minutes, hours, days and months. */
export function windowStart(window: QuotaWindow, at: Date): Date {
  if (window === 'minute') return startOfMinute(at)
  if (window === 'hour') return startOfHour(at)
  const start = startOfHour(at)
  start.setUTCHours(0)
  if (window === 'day') return start
  start.setUTCDate(1)
  return start
}

export function windowEnd(window: QuotaWindow, at: Date): Date {
  const end = windowStart(window, at)
  if (window === 'minute') end.setUTCMinutes(end.getUTCMinutes() + 1)
  if (window === 'hour') end.setUTCHours(end.getUTCHours() + 1)
  if (window === 'day') end.setUTCDate(end.getUTCDate() + 1)
  if (window === 'month') end.setUTCMonth(end.getUTCMonth() + 1)
  return end
}

/**
 * How long to hold a request back so that it does not leave in one window and arrive in the next:
 * the last `guardMs` of every minute, which every longer window's end falls on, stay unused.
 */
export function edgeWaitMs(at: Date, guardMs: number): number {
  const leftMs = windowEnd('minute', at).getTime() - at.getTime()
  return leftMs <= guardMs ? leftMs : 0
}
