import type { QuotaReport } from '../domain/quota/quota-report.ts'
import type { JobEnd, JobInput } from './job.ts'
import type { RunSummaryActivities } from './run-summary.ts'

export type MonitorQuotaInput = JobInput

export type MonitorQuotaResult = QuotaReport & JobEnd

/** Activities of the queue `monitoring`. */
export interface MonitoringActivities extends RunSummaryActivities {
  /** Judges by what is in the database: no provider is called. */
  judgeQuota(): Promise<QuotaReport>
}
