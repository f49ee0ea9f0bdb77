import { PROVIDER_ERROR_KINDS, type ProviderErrorKind } from '../provider/provider-error.ts'
import { HOUR_MS } from '../time/durations.ts'
import { startOfHour } from '../time/hours.ts'
import { isLasting } from './lasting-windows.ts'
import { windowEnd, type QuotaWindow, type WindowRule } from './windows.ts'

export const QUOTA_LEVELS = ['healthy', 'warning', 'critical'] as const

export type QuotaLevel = (typeof QUOTA_LEVELS)[number]

export const WARNING_SHARE = 0.75
const CRITICAL_SHARE = 0.9

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** From which share of a limit or budget on, as people read it. */
export const LEVEL_BEGINS = { warning: percent(WARNING_SHARE), critical: percent(CRITICAL_SHARE) }

/** A provider is healthy while it answers at least this share of its requests. */
const HEALTHY_SUCCESS_RATE = 0.8

/** Requests of one outcome in one UTC hour. */
export interface UsageHour {
  readonly hour: Date
  readonly outcome: 'ok' | ProviderErrorKind
  readonly requests: number
  readonly weight: number
  /** Requests whose time was measured, and what they took together. */
  readonly timed?: number
  readonly durationMs?: number
  /** When the latest of them ended. */
  readonly lastAt?: Date | null
}

export const worstOf = (levels: readonly QuotaLevel[]): QuotaLevel =>
  QUOTA_LEVELS.findLast((level) => levels.includes(level)) ?? 'healthy'

/** A minute fills in every large run, and its lane waits for the next one: no reason to warn. */
export function levelOfWindow(window: QuotaWindow, used: number, limit: number): QuotaLevel {
  if (!isLasting({ window })) return 'healthy'
  return levelOfShare(shareOf(used, limit))
}

export function levelOfShare(share: number): QuotaLevel {
  if (share >= CRITICAL_SHARE) return 'critical'
  return share >= WARNING_SHARE ? 'warning' : 'healthy'
}

export const shareOf = (used: number, limit: number): number => (limit > 0 ? used / limit : 1)

/**
 * Weight of the last 60 minutes: the current hour so far, and of the hour before the part that is not
 * yet 60 minutes ago, as if it had been spent evenly.
 */
export function weightPerHour(hours: readonly UsageHour[], now: Date): number {
  const thisHourMs = startOfHour(now).getTime()
  const partOfPrevious = 1 - (now.getTime() - thisHourMs) / HOUR_MS
  const weightAt = (hourMs: number): number =>
    hours
      .filter(({ hour }) => hour.getTime() === hourMs)
      .reduce((sum, { weight }) => sum + weight, 0)
  return weightAt(thisHourMs) + partOfPrevious * weightAt(thisHourMs - HOUR_MS)
}

/** When a window runs out at this pace; null where it is reset before. */
export function exhaustedAt(
  rule: WindowRule | QuotaWindow,
  remaining: number,
  perHour: number,
  now: Date,
): Date | null {
  if (remaining <= 0) return now
  if (perHour <= 0) return null
  const at = new Date(now.getTime() + (remaining / perHour) * HOUR_MS)
  return at < windowEnd(rule, now) ? at : null
}

/** Share of requests that were answered; a rate-limited one is not the provider's failure. */
export function successRate(hours: readonly UsageHour[]): number | null {
  const counted = hours.filter(({ outcome }) => outcome !== 'rate-limited')
  const requests = requestsOf(counted)
  if (requests === 0) return null
  return requestsOf(counted.filter(({ outcome }) => outcome === 'ok')) / requests
}

export const requestsOf = (hours: readonly UsageHour[]): number =>
  hours.reduce((sum, { requests }) => sum + requests, 0)

export const isHealthyRate = (rate: number | null): boolean =>
  rate === null || rate >= HEALTHY_SUCCESS_RATE

/** The most frequent kind of failure, `rate-limited` left out. */
export function mainFailure(hours: readonly UsageHour[]): ProviderErrorKind | undefined {
  const counts = PROVIDER_ERROR_KINDS.filter((kind) => kind !== 'rate-limited')
    .map((kind) => ({
      kind,
      requests: requestsOf(hours.filter(({ outcome }) => outcome === kind)),
    }))
    .filter(({ requests }) => requests > 0)
  return counts.sort((one, other) => other.requests - one.requests)[0]?.kind
}
