import type { JobEnd, JobInput } from './job.ts'

/** How long rows are kept, in days. */
export interface KeepDays {
  /** Conditions and air quality. */
  readonly readings: number
  /** Forecast days that have passed. */
  readonly forecasts: number
  /** Hourly rollups and analytics reports. */
  readonly rollups: number
  /** Run summaries. */
  readonly summaries: number
  /** Hourly counters of requests to providers and of refreshes; older ones are added up. */
  readonly usage: number
}

export interface CleanupInput extends JobInput {
  readonly keepDays: KeepDays
  /** Counts only. */
  readonly dryRun: boolean
  /** Rows per statement. */
  readonly batchSize: number
  /** Scheduled firings of which one a local day works; absent for a run that a person asked for. */
  readonly daily?: { readonly timeZone: string; readonly hours: readonly number[] }
}

export interface CleanupReport {
  /** Rows deleted, or that would be, by table. */
  readonly deleted: Readonly<Record<string, number>>
  readonly totalDeleted: number
  readonly dryRun: boolean
  /** Tables whose statistics, and on the embedded database whose space, were brought up to date. */
  readonly analyzed: readonly string[]
  /** Tables not finished at the soft limit. */
  readonly left: readonly string[]
  /** The local day was cleaned up already: nothing was done. */
  readonly alreadyDone: boolean
}

export type CleanupResult = CleanupReport & JobEnd
