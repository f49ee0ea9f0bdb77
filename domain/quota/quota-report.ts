import type { Circuit } from '../provider/circuit.ts'
import type { ProviderId } from '../provider/provider-catalogue.ts'
import type { MoneyReport } from './budget.ts'
import type { CountSource, DriftSource } from './drift.ts'
import type { LimitSetting } from './limit-text.ts'
import type { QuotaWindow } from './windows.ts'
import type { QuotaLevel, UsageHour } from './levels.ts'

/** One window of one provider's quota; weights are in the provider's own unit. */
export interface QuotaWindowReport {
  readonly window: QuotaWindow
  /** Null where the window is not limited: its usage is all there is to say. */
  readonly limit: number | null
  readonly used: number
  readonly remaining: number | null
  readonly source: CountSource
  /** 0 to 1. */
  readonly usedShare: number | null
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
  /** Weight of the last 60 minutes. */
  readonly weightPerHour: number
  /** Requests of the last 24 hours. */
  readonly requests: number
  /** Share of them that was answered, 0 to 1, rate-limited ones left out; null without any. */
  readonly successRate: number | null
  /** What most of the others failed with. */
  readonly mainFailure: string | null
  /** Until when its cooldown lasts: it named a time to wait, or refused the key. */
  readonly parkedUntil: string | null
  readonly parkedReason: string | null
  /** Nothing is sent until its key is changed, or works in a test. */
  readonly isKeyRefused: boolean
  readonly circuits: readonly Circuit[]
  /** What its requests of this month cost; null where no call has a price. */
  readonly money: MoneyReport | null
}

export interface QuotaReport {
  /** Null where no provider is in use. */
  readonly level: QuotaLevel | null
  readonly providers: readonly ProviderQuotaReport[]
  /** What a person should look at, a sentence each. */
  readonly warnings: readonly string[]
}

/** What is known of a provider's quota and health without a request to it. */
export interface QuotaFacts {
  readonly provider: ProviderId
  readonly limits: readonly LimitSetting[]
  /** Weight reserved in the window that holds now. */
  readonly used: Readonly<Record<QuotaWindow, number>>
  /** Of the windows that were set to what the provider said. */
  readonly corrected?: Partial<Readonly<Record<QuotaWindow, DriftSource>>> | undefined
  /** The last 24 hours. */
  readonly hours: readonly UsageHour[]
  readonly parkedUntil: Date | null
  readonly parkedReason: string | null
  /** Whether its key was refused, and has not been changed since. */
  readonly isKeyRefused?: boolean
  /** What keeps endpoints of it from being asked. */
  readonly circuits?: readonly Circuit[]
  /** Of this month; absent or null where no call has a price. */
  readonly money?: MoneyReport | null
}
