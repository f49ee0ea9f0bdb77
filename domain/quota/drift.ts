import type { QuotaLimit, QuotaWindow } from './windows.ts'

/** What a provider says is left of one of its windows. */
export interface QuotaReported {
  readonly window: QuotaWindow
  readonly left: number
  /** The limit it keeps; null where it does not say. */
  readonly limit: number | null
}

export const DRIFT_SOURCES = ['headers', 'refusal'] as const

/** How the provider said it: beside an answer, or by refusing a request. */
export type DriftSource = (typeof DRIFT_SOURCES)[number]

/** Whose count a window's use is: ours alone, or set to the provider's since it began. */
export const COUNT_SOURCES = ['local', ...DRIFT_SOURCES] as const

export type CountSource = (typeof COUNT_SOURCES)[number]

/** Differences below both of these are noise: requests on their way, a call that is counted late. */
const MIN_DRIFT_WEIGHT = 5
const MIN_DRIFT_SHARE = 0.05

/** What the ledger must have used so that no more is sent than the provider has left. */
export const usedByReport = ({ limit }: QuotaLimit, reported: QuotaReported): number =>
  Math.max(0, limit - reported.left, (reported.limit ?? 0) - reported.left)

export const isDrift = ({ limit }: QuotaLimit, ledgerUsed: number, reportedUsed: number): boolean =>
  Math.abs(reportedUsed - ledgerUsed) >= Math.max(MIN_DRIFT_WEIGHT, MIN_DRIFT_SHARE * limit)

export interface LedgerStand {
  /** Used when the request that was answered had been charged. */
  readonly atCharge: number
  /** Used at the moment. */
  readonly now: number
  /** Whether nothing else can have been on its way when the request was charged. */
  readonly isQuiet: boolean
}

/**
 * What the ledger should say. Upwards at once, with what was charged after the request that was
 * answered. Downwards only where that request was alone: others on their way are not counted there yet.
 */
export function correctedUse(stand: LedgerStand, reportedUsed: number): number {
  const since = stand.now - stand.atCharge
  if (reportedUsed > stand.now) return reportedUsed + since
  return stand.isQuiet && since === 0 ? reportedUsed : stand.now
}
