import { activityInfo, log } from '@temporalio/activity'
import type { JobEnd, RunKind, Trigger } from '../contracts/job.ts'
import type { Database } from '../db/client.ts'
import { saveRunSummary } from '../db/queries/runs.ts'

export interface RunSummaryDeps {
  readonly db: Database
  readonly now: () => Date
}

/** Keeps how a job went; part of every queue whose jobs use the common frame. */
export function createRunSummaryActivities({ db, now }: RunSummaryDeps) {
  return {
    async storeRunSummary(input: {
      kind: RunKind
      trigger: Trigger
      result: JobEnd
    }): Promise<void> {
      const { kind, trigger, result } = input
      const { workflowExecution, workflowType } = activityInfo()
      const { runId, status, startedAt, durationMs, message } = result
      await saveRunSummary(db, {
        runId,
        workflowId: workflowExecution?.workflowId ?? '',
        workflowType: workflowType ?? kind,
        trigger,
        status,
        startedAt: new Date(startedAt),
        finishedAt: now(),
        summary: result,
      })
      log.info('job ended', { job: kind, jobRunId: runId, status, durationMs, report: message })
    },
  }
}

export type RunSummaryActivities = ReturnType<typeof createRunSummaryActivities>
