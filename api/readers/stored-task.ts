import { findRunSummary, type RunSummaryRow } from '../../db/queries/run-summaries.ts'
import type { Database } from '../../db/database.ts'
import { isDatabaseUnavailable } from '../../db/queries/faults.ts'
import { failureReason, type FailureLink } from '../../temporal/failure-chain.ts'
import { parseTaskId } from '../../temporal/task-id.ts'
import type { TaskStatus } from '../../temporal/tasks.ts'

/**
 * A run that has ended, from our own history, which outlives Temporal's: runs of jobs, and
 * refreshes of one city that somebody asked for. Undefined where it holds none.
 */
export async function storedTask(db: Database, taskId: string): Promise<TaskStatus | undefined> {
  for (const { workflowId, firstRunId } of parseTaskId(taskId)) {
    const row = await findRunSummary(db, workflowId, firstRunId)
    if (row) return taskOf(taskId, row)
  }
  return undefined
}

/** For a task that Temporal has forgotten, or where it is away: the database may be away as well. */
export const storedTaskIfThere = (db: Database, taskId: string): Promise<TaskStatus | undefined> =>
  storedTask(db, taskId).catch((error: unknown) => {
    if (isDatabaseUnavailable(error)) return undefined
    throw error
  })

/** As Temporal says it, too: a run over many cities of which each failed has returned its tally. */
export function statusOfRow(row: RunSummaryRow): 'SUCCESS' | 'FAILURE' | 'REVOKED' {
  if (row.status === 'cancelled') return 'REVOKED'
  if (failureOf(row.summary).length > 0) return 'FAILURE'
  return row.workflowType === 'refreshCity' && row.status === 'failed' ? 'FAILURE' : 'SUCCESS'
}

function taskOf(taskId: string, row: RunSummaryRow): TaskStatus {
  const status = statusOfRow(row)
  const failure = status === 'FAILURE' ? failureOf(row.summary) : null
  return {
    taskId,
    workflowId: row.workflowId,
    runId: row.runId,
    name: row.workflowType,
    status,
    result: status === 'SUCCESS' ? row.summary : null,
    failure,
    reason: failure && failureReason(failure),
    progress: null,
    startedAt: row.startedAt,
    closedAt: row.finishedAt,
    attempts: null,
    nextRetryAt: null,
  }
}

function failureOf(summary: unknown): readonly FailureLink[] {
  if (typeof summary !== 'object' || summary === null || !('failure' in summary)) return []
  return [summary.failure as FailureLink | readonly FailureLink[]].flat()
}
