import type { Queryable } from '../client.ts'
import { runSummaries } from '../schema/index.ts'
import { newRowWins } from './upsert.ts'

export type RunSummaryRow = typeof runSummaries.$inferSelect

export async function saveRunSummary(db: Queryable, row: RunSummaryRow): Promise<void> {
  await db
    .insert(runSummaries)
    .values(row)
    .onConflictDoUpdate({ target: runSummaries.runId, set: newRowWins(runSummaries, ['runId']) })
}
