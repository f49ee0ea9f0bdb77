import type { DailyFirings } from '../domain/time/daily-firing.ts'
import type { KeepDays } from '../domain/retention.ts'
import type { JobEnd, JobInput } from './job.ts'
import type { RunSummaryActivities } from './run-summary.ts'

export interface CleanupInput extends JobInput {
  readonly keepDays: KeepDays
  /** Counts only. */
  readonly dryRun: boolean
  /** Rows per statement. */
  readonly batchSize: number
  /** Scheduled firings, one of which cleans up each local day; absent for a run that a person started. */
  readonly daily?: DailyFirings
}

export interface CleanupReport {
  /** Rows deleted, or that would be, by table. */
  readonly deleted: Readonly<Record<string, number>>
  readonly totalDeleted: number
  readonly dryRun: boolean
  /** Tables that were analyzed, and vacuumed where autovacuum is off. */
  readonly analyzed: readonly string[]
  /** Tables not finished. */
  readonly left: readonly string[]
  /** The local day that is cleaned up only once; null for a run that is not bound to one. */
  readonly localDate: string | null
  /** The local day was cleaned up already: nothing was done. */
  readonly alreadyDone: boolean
}

export type CleanupResult = CleanupReport & JobEnd

export interface ClaimCleanupDayInput {
  readonly runId: string
  /** ISO 8601. */
  readonly firedAt: string
  readonly daily: DailyFirings
}

export interface ClaimCleanupDayResult {
  /** Null for a moment that is none of the firings. */
  readonly localDate: string | null
  readonly isMine: boolean
}

/** One table's part of a run. */
export interface CleanTableInput {
  readonly runId: string
  readonly table: string
  /** From when ages are counted, ISO 8601: the same for every table, and for a dry run. */
  readonly asOf: string
  readonly keepDays: KeepDays
  readonly dryRun: boolean
  readonly batchSize: number
  /** In ms since 1970: no batch starts later. */
  readonly deadlineMs: number
}

export interface CleanTableResult {
  /** Rows the run has deleted from the table so far, or would delete. */
  readonly rows: number
  /** `more`: it only stopped to report its progress. */
  readonly state: 'finished' | 'more' | 'out-of-time'
}

export interface DeletedSoFarInput {
  readonly runId: string
}

export interface AnalyzeTablesInput {
  readonly runId: string
  /** In ms since 1970: no table starts later. */
  readonly deadlineMs: number
}

/** Activities of the queue `maintenance`. */
export interface CleanupActivities extends RunSummaryActivities {
  /** A moment that is none of the firings is bound to no day, and so always the run's. */
  claimCleanupDay(input: ClaimCleanupDayInput): Promise<ClaimCleanupDayResult>
  tablesToClean(): Promise<readonly string[]>
  cleanTable(input: CleanTableInput): Promise<CleanTableResult>
  /** Rows by table, also those deleted by attempts that were cut short. */
  deletedSoFar(input: DeletedSoFarInput): Promise<Readonly<Record<string, number>>>
  /** @returns the tables that had changed enough to be analyzed. */
  analyzeTables(input: AnalyzeTablesInput): Promise<readonly string[]>
}
