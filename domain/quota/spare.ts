import { DAY_MS } from '../time/durations.ts'
import { windowStart, type QuotaWindow } from './windows.ts'
import { WARNING_SHARE } from './levels.ts'
import type { ProviderQuotaReport, QuotaWindowReport } from './quota-report.ts'

const PER_DAY: Readonly<Record<QuotaWindow, number>> = {
  minute: 24 * 60,
  hour: 24,
  day: 1,
  month: 1 / 30,
}

interface Spending {
  /** Of a day's limit, 0 to 1. */
  readonly share: number
  /** Weight spent so this UTC day. */
  readonly spent: number
  readonly now: Date
}

/**
 * What may be spent now beside the refreshes: a share of the day's limit, as much of it as has passed
 * of the day, and nothing where any window is going to run out, or the provider has trouble.
 */
export function spareOf(report: ProviderQuotaReport, { share, spent, now }: Spending): number {
  const { level, parkedUntil, circuits, windows } = report
  if (level !== 'healthy' || parkedUntil !== null || circuits.length > 0) return 0
  if (share <= 0 || !windows.every(hasRoom)) return 0
  const passed = (now.getTime() - windowStart('day', now).getTime()) / DAY_MS
  const perDay = Math.min(...windows.map(dailyLimit))
  const left = Math.min(...windows.map(({ remaining }) => remaining ?? Infinity))
  return Math.max(0, Math.min(left, share * passed * perDay - spent))
}

const hasRoom = ({ exhaustedAt, usedShare }: QuotaWindowReport): boolean =>
  exhaustedAt === null && (usedShare ?? 0) < WARNING_SHARE

const dailyLimit = ({ window, limit }: QuotaWindowReport): number =>
  limit === null ? Infinity : limit * PER_DAY[window]
