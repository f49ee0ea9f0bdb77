import { desc, eq } from 'drizzle-orm'
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

/** The newest runs of a workflow type, newest first. */
export function latestRuns(
  db: Queryable,
  workflowType: string,
  limit: number,
): Promise<RunSummaryRow[]> {
  return db
    .select()
    .from(runSummaries)
    .where(eq(runSummaries.workflowType, workflowType))
    .orderBy(desc(runSummaries.startedAt))
    .limit(limit)
}
