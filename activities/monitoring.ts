import { log } from '@temporalio/activity'
import { currentQuotaReport, type QuotaLimits } from '../db/queries/quota-report.ts'
import type { QuotaReport } from '../domain/quota-report.ts'
import { createRunSummaryActivities, type RunSummaryDeps } from './run-summary.ts'

export interface MonitoringDeps extends RunSummaryDeps {
  /** The limits that count, of every provider in use. */
  readonly quotaLimits: QuotaLimits
}

/** Everything the queue `monitoring` can do. */
export function createMonitoringActivities(deps: MonitoringDeps) {
  const { db, now, quotaLimits } = deps
  return {
    ...createRunSummaryActivities(deps),

    /** Judges by what is in the database: no provider is asked. */
    async judgeQuota(): Promise<QuotaReport> {
      const report = await currentQuotaReport(db, quotaLimits, now())
      const { level, warnings } = report
      if (level === 'critical') log.error('quota critical', { warnings })
      if (level === 'warning') log.warn('quota warning', { warnings })
      return report
    },
  }
}

export type MonitoringActivities = ReturnType<typeof createMonitoringActivities>
