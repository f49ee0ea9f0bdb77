import type { DailyFirings } from '../domain/daily-firing.ts'
import type { KeepDays } from '../domain/retention.ts'
import type { JobEnd, JobInput } from './job.ts'

export interface CleanupInput extends JobInput {
  readonly keepDays: KeepDays
  /** Counts only. */
  readonly dryRun: boolean
  /** Rows per statement. */
  readonly batchSize: number
  /** Scheduled firings of which one a local day works; absent for a run that a person asked for. */
  readonly daily?: DailyFirings
}

export interface CleanupReport {
  /** Rows deleted, or that would be, by table. */
  readonly deleted: Readonly<Record<string, number>>
  readonly totalDeleted: number
  readonly dryRun: boolean
  /** Tables whose statistics, and where nobody else does it, whose space were brought up to date. */
  readonly analyzed: readonly string[]
  /** Tables not finished. */
  readonly left: readonly string[]
  /** The local day that is cleaned up only once; null for a run that is not bound to one. */
  readonly localDate: string | null
  /** The local day was cleaned up already: nothing was done. */
  readonly alreadyDone: boolean
}

export type CleanupResult = CleanupReport & JobEnd

/** One table's part of a run. */
export interface CleanTableInput {
  readonly runId: string
  readonly table: string
  /** From when ages are counted, ISO 8601: the same for every table, and for a dry run. */
  readonly asOf: string
  readonly keepDays: KeepDays
  readonly dryRun: boolean
  readonly batchSize: number
  /** In ms since 1970: no batch is begun later. */
  readonly deadlineMs: number
}

export interface TableCleaned {
  /** Rows the run has deleted from the table so far, or would delete. */
  readonly rows: number
  /** `more`: it only stopped to tell how far it is. */
  readonly state: 'finished' | 'more' | 'out-of-time'
}
