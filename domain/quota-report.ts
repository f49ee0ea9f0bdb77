import type { ProviderId } from './provider.ts'
import type { QuotaWindow } from './quota.ts'

export const QUOTA_LEVELS = ['healthy', 'warning', 'critical'] as const

export type QuotaLevel = (typeof QUOTA_LEVELS)[number]

/** One window of one provider's quota; weights are in the provider's own unit. */
export interface QuotaWindowReport {
  readonly window: QuotaWindow
  readonly limit: number
  readonly used: number
  readonly remaining: number
  /** 0 to 1. */
  readonly usedShare: number
  /** ISO 8601. */
  readonly resetsAt: string
  readonly level: QuotaLevel
  /** When it runs out at the pace of the last hour; null where it lasts until it is reset. */
  readonly exhaustedAt: string | null
}

export interface ProviderQuotaReport {
  readonly provider: ProviderId
  readonly level: QuotaLevel
  readonly windows: readonly QuotaWindowReport[]
  /** Requests of the last 24 hours. */
  readonly requests: number
  /** Of them answered; null without any. */
  readonly successRate: number | null
  /** What it told us: asked to wait, or refused the key. */
  readonly parkedUntil: string | null
  readonly parkedReason: string | null
}

export interface QuotaReport {
  readonly level: QuotaLevel
  readonly providers: readonly ProviderQuotaReport[]
  /** What somebody should look at. */
  readonly warnings: readonly string[]
}
