import type { ObjectiveReport } from '../objectives/objective-report.ts'
import type { ProviderId } from '../provider/provider-catalogue.ts'
import type { QuotaWindow } from '../quota/windows.ts'

/** What the rules judge; everything is read from the database. */
export interface AlertFacts {
  /** Reads of the cache in the last 24 hours, and the share it answered, 0 to 1; null without reads. */
  readonly cacheReads: number
  readonly cacheHitRate: number | null
  readonly cities: number
  /** 0 to 100; null without cities. */
  readonly freshnessScore: number | null
  /** Share of cities older than 30 minutes, 0 to 1; null without cities. */
  readonly staleShare: number | null
  readonly objectives: readonly ObjectiveReport[]
  readonly providers: readonly ProviderAlertFacts[]
}

export interface ProviderAlertFacts {
  readonly provider: ProviderId
  /** Of this clock hour and the one before. */
  readonly requests: number
  /** 0 to 1, rate-limited requests left out; null without requests. */
  readonly errorRate: number | null
  /** Mean; null where none was measured. */
  readonly responseMs: number | null
  /** Of the month's money, 0 to 1; null without a budget. */
  readonly budgetShare: number | null
  readonly windows: readonly { readonly window: QuotaWindow; readonly usedShare: number }[]
}
