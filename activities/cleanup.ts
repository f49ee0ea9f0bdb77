import { log } from '@temporalio/activity'
import type {
  AnalyzeTablesInput,
  ClaimCleanupDayInput,
  ClaimCleanupDayResult,
  CleanTableInput,
  CleanTableResult,
  CleanupActivities,
} from '../contracts/cleanup.ts'
import { CLEANED_TABLES, ruleOf } from '../db/queries/cleanup-rules.ts'
import { countOld, deletedBy, deleteOldBatch, takeCleanupDay } from '../db/queries/cleanup.ts'
import { changedTables, hasAutovacuum, analyzeTable } from '../db/queries/vacuum.ts'
import { firingDate } from '../domain/time/daily-firing.ts'
import { cutoffOf } from '../domain/retention.ts'
import { withHeartbeat } from './heartbeat.ts'
import { createRunSummaryActivities, type RunSummaryDeps } from './store-job-summary.ts'

/** Its database has its own pool: a slow statement here takes no connection of a refresh. */
export type CleanupDeps = RunSummaryDeps

/** How often a run learns the progress of a table. */
const REPORT_EVERY_MS = 10_000

export function createCleanupActivities(deps: CleanupDeps): CleanupActivities {
  const { db } = deps
  return {
    ...createRunSummaryActivities(deps),
    claimCleanupDay: (input) => claimDay(deps, input),
    tablesToClean: () => Promise.resolve(CLEANED_TABLES),
    cleanTable: (input) => cleanTable(deps, input),
    deletedSoFar: ({ runId }) => deletedBy(db, runId),
    analyzeTables: (input) => withHeartbeat((signal) => analyzeChanged(deps, input, signal)),
  }
}

async function claimDay(
  { db, now }: CleanupDeps,
  { runId, firedAt, daily }: ClaimCleanupDayInput,
): Promise<ClaimCleanupDayResult> {
  const localDate = firingDate(new Date(firedAt), daily)
  if (localDate === null) return { localDate, isMine: true }
  return { localDate, isMine: await takeCleanupDay(db, { localDate, runId, claimedAt: now() }) }
}

async function cleanTable(deps: CleanupDeps, input: CleanTableInput): Promise<CleanTableResult> {
  const { db } = deps
  const { table, runId } = input
  const cutoff = cutoffOf(new Date(input.asOf), ruleOf(table).keptDays(input.keepDays))
  if (input.dryRun) {
    const rows = await withHeartbeat(() => countOld(db, { table, cutoff }))
    return { rows, state: 'finished' }
  }
  const state = await withHeartbeat((signal) => deleteBatches(deps, input, cutoff, signal))
  const rows = (await deletedBy(db, runId))[table] ?? 0
  log.info('table cleaned', { table, rows, cutoff, state })
  return { rows, state }
}

async function analyzeChanged(
  { db, now }: CleanupDeps,
  { runId, deadlineMs }: AnalyzeTablesInput,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const analyzed: string[] = []
  const vacuum = !(await hasAutovacuum(db))
  for (const table of await changedTables(db, runId)) {
    signal.throwIfAborted()
    if (now().getTime() >= deadlineMs) break
    await analyzeTable(db, table, { vacuum })
    analyzed.push(table)
  }
  return analyzed
}

async function deleteBatches(
  { db, now }: CleanupDeps,
  { runId, table, batchSize: size, deadlineMs }: CleanTableInput,
  cutoff: Date,
  signal: AbortSignal,
): Promise<CleanTableResult['state']> {
  const reportAtMs = now().getTime() + REPORT_EVERY_MS
  for (;;) {
    signal.throwIfAborted()
    if (now().getTime() >= deadlineMs) return 'out-of-time'
    if (now().getTime() >= reportAtMs) return 'more'
    const batch = { table, cutoff, runId, size, now: now() }
    const deleted = await deleteOldBatch(db, batch).catch((error: unknown) => {
      // A batch that was stopped while it waited for a lock is as cancelled as one that has not started.
      signal.throwIfAborted()
      throw error
    })
    if (deleted < size) return 'finished'
  }
}
