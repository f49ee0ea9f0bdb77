import { activityInfo, log } from '@temporalio/activity'
import type { RunSummaryActivities } from '../contracts/run-summary.ts'
import type { Database } from '../db/database.ts'
import { saveRunSummary } from '../db/queries/run-summaries.ts'

export interface RunSummaryDeps {
  readonly db: Database
  readonly now: () => Date
}

export function createRunSummaryActivities({ db, now }: RunSummaryDeps): RunSummaryActivities {
  return {
    async storeRunSummary({ kind, trigger, result }) {
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
