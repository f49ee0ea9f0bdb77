import { log } from '@temporalio/activity'
import type { CleanTableInput, TableCleaned } from '../contracts/cleanup.ts'
import type { Database } from '../db/client.ts'
import { CLEANED_TABLES, ruleOf } from '../db/queries/cleanup-rules.ts'
import { countOld, deletedBy, deleteOldBatch, takeCleanupDay } from '../db/queries/cleanup.ts'
import { changedTables, isVacuumedByItself, tendTable } from '../db/queries/upkeep.ts'
import { firingDate, type DailyFirings } from '../domain/daily-firing.ts'
import { cutoffOf } from '../domain/retention.ts'
import { whileBeating } from './heartbeat.ts'
import { createRunSummaryActivities, type RunSummaryDeps } from './run-summary.ts'

/** Its database has a pool of its own: a slow statement here takes no connection of a refresh. */
export type CleanupDeps = RunSummaryDeps

/** After this long a run is told how far a table is. */
const TELL_EVERY_MS = 10_000

/** Everything the queue `maintenance` can do. */
export function createCleanupActivities(deps: CleanupDeps) {
  const { db, now } = deps
  return {
    ...createRunSummaryActivities(deps),

    /** A moment that is none of the firings is bound to no day, and so always the run's. */
    async claimCleanupDay(input: {
      runId: string
      firedAt: string
      daily: DailyFirings
    }): Promise<{ localDate: string | null; isMine: boolean }> {
      const { runId, firedAt, daily } = input
      const localDate = firingDate(new Date(firedAt), daily)
      if (localDate === null) return { localDate, isMine: true }
      return { localDate, isMine: await takeCleanupDay(db, { localDate, runId, claimedAt: now() }) }
    },

    tablesToClean: (): Promise<readonly string[]> => Promise.resolve(CLEANED_TABLES),

    async cleanTable(input: CleanTableInput): Promise<TableCleaned> {
      const cutoff = cutoffOf(new Date(input.asOf), ruleOf(input.table).keptDays(input.keepDays))
      if (input.dryRun) {
        const rows = await whileBeating(() => countOld(db, { table: input.table, cutoff }))
        return { rows, state: 'finished' }
      }
      const state = await whileBeating((signal) => deleteBatches(deps, input, cutoff, signal))
      const rows = (await deletedBy(db, input.runId))[input.table] ?? 0
      log.info('table cleaned', { table: input.table, rows, cutoff, state })
      return { rows, state }
    },

    /** What was deleted, also by attempts that were cut short. */
    deletedSoFar: (input: { runId: string }): Promise<Readonly<Record<string, number>>> =>
      deletedBy(db, input.runId),

    /** @returns the tables that had changed so much that it was worth it. */
    async analyzeTables(input: { runId: string; deadlineMs: number }): Promise<readonly string[]> {
      return whileBeating(async (signal) => {
        const analyzed: string[] = []
        const vacuum = !(await isVacuumedByItself(db))
        for (const table of await changedTables(db, input.runId)) {
          signal.throwIfAborted()
          if (now().getTime() >= input.deadlineMs) break
          await tendTable(db, table, { vacuum })
          analyzed.push(table)
        }
        return analyzed
      })
    },
  }
}

async function deleteBatches(
  { db, now }: { db: Database; now: () => Date },
  { runId, table, batchSize: size, deadlineMs }: CleanTableInput,
  cutoff: Date,
  signal: AbortSignal,
): Promise<TableCleaned['state']> {
  const tellAtMs = now().getTime() + TELL_EVERY_MS
  for (;;) {
    signal.throwIfAborted()
    if (now().getTime() >= deadlineMs) return 'out-of-time'
    if (now().getTime() >= tellAtMs) return 'more'
    const batch = { table, cutoff, runId, size, now: now() }
    const deleted = await deleteOldBatch(db, batch).catch((error: unknown) => {
      // A batch that somebody's lock has stopped is as cancelled as one that was not begun.
      signal.throwIfAborted()
      throw error
    })
    if (deleted < size) return 'finished'
  }
}

export type CleanupActivities = ReturnType<typeof createCleanupActivities>
