import { and, desc, eq, gte, inArray, lt, or } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import { runSummaries } from '../schema/index.ts'
import type { RunSummaryRow } from './run-summaries.ts'

/** Where a page begins: what ended before this run. */
export interface HistoryCursor {
  readonly finishedAt: Date
  readonly runId: string
}

export interface HistoryAsked {
  readonly workflowTypes: readonly string[]
  readonly workflowId?: string | undefined
  readonly trigger?: string | undefined
  readonly since?: Date | undefined
  readonly before: HistoryCursor
  readonly limit: number
}

/** Runs by when they ended, the newest first. */
export const runHistory = (db: Queryable, asked: HistoryAsked): Promise<RunSummaryRow[]> => {
  const { workflowTypes, trigger, since, before, limit } = asked
  const { runId, workflowId, workflowType, startedAt, finishedAt } = runSummaries
  return db
    .select()
    .from(runSummaries)
    .where(
      and(
        inArray(workflowType, [...workflowTypes]),
        trigger === undefined ? undefined : eq(runSummaries.trigger, trigger),
        asked.workflowId === undefined ? undefined : eq(workflowId, asked.workflowId),
        since && gte(startedAt, since),
        or(
          lt(finishedAt, before.finishedAt),
          and(eq(finishedAt, before.finishedAt), lt(runId, before.runId)),
        ),
      ),
    )
    .orderBy(desc(finishedAt), desc(runId))
    .limit(limit)
}
