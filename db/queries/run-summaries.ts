import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import { runSummaries } from '../schema/index.ts'
import { newRowWins } from './upsert.ts'

export type RunSummaryRow = typeof runSummaries.$inferSelect

export async function saveRunSummary(db: Queryable, row: RunSummaryRow): Promise<void> {
  await db
    .insert(runSummaries)
    .values(row)
    .onConflictDoUpdate({ target: runSummaries.runId, set: newRowWins(runSummaries, ['runId']) })
}

/** When the last run of a workflow ended that did all it was to do. */
export async function lastCompletedAt(db: Queryable, workflowType: string): Promise<Date | null> {
  const [row] = await db
    .select({ finishedAt: runSummaries.finishedAt })
    .from(runSummaries)
    .where(and(eq(runSummaries.workflowType, workflowType), eq(runSummaries.status, 'completed')))
    .orderBy(desc(runSummaries.startedAt))
    .limit(1)
  return row?.finishedAt ?? null
}

export type RunEnd = Pick<RunSummaryRow, 'status' | 'finishedAt'>

/** How runs ended, by run id; one that still goes, or was cut off before it could say, is absent. */
export async function runEnds(
  db: Queryable,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, RunEnd>> {
  if (runIds.length === 0) return new Map()
  const { runId, status, finishedAt } = runSummaries
  const rows = await db
    .select({ runId, status, finishedAt })
    .from(runSummaries)
    .where(inArray(runId, [...runIds]))
  return new Map(rows.map((row) => [row.runId, row]))
}

export async function runStatuses(
  db: Queryable,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ends = await runEnds(db, runIds)
  return new Map([...ends].map(([runId, { status }]) => [runId, status]))
}

export type ScheduledRun = Pick<RunSummaryRow, 'runId' | 'workflowId' | 'status' | 'startedAt'>

/** What the schedule with this id started and what has ended, the newest first. */
export const scheduledRuns = (
  db: Queryable,
  { id, workflowType }: { readonly id: string; readonly workflowType: string },
  limit: number,
): Promise<ScheduledRun[]> =>
  db
    .select({
      runId: runSummaries.runId,
      workflowId: runSummaries.workflowId,
      status: runSummaries.status,
      startedAt: runSummaries.startedAt,
    })
    .from(runSummaries)
    .where(
      and(
        eq(runSummaries.workflowType, workflowType),
        eq(runSummaries.trigger, 'schedule'),
        sql`starts_with(${runSummaries.workflowId}, ${`${id}-`})`,
      ),
    )
    .orderBy(desc(runSummaries.startedAt))
    .limit(limit)

/** How a run of the workflow ended: this one, or the latest. */
export async function findRunSummary(
  db: Queryable,
  workflowId: string,
  runId?: string,
): Promise<RunSummaryRow | undefined> {
  const [row] = await db
    .select()
    .from(runSummaries)
    .where(
      and(
        eq(runSummaries.workflowId, workflowId),
        runId === undefined ? undefined : eq(runSummaries.runId, runId),
      ),
    )
    .orderBy(desc(runSummaries.startedAt))
    .limit(1)
  return row
}
