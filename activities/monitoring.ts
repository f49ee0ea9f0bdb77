import { log } from '@temporalio/activity'
import { evaluateAlerts } from '../db/queries/evaluate-alerts.ts'
import { tendIncidents } from '../db/queries/judge-incidents.ts'
import { quotaFacts, type QuotaLimits } from '../db/queries/quota-facts.ts'
import { judgeQuota } from '../domain/quota/judge.ts'
import type { MonitoringActivities } from '../contracts/monitor-quota.ts'
import { createRunSummaryActivities, type RunSummaryDeps } from './run-summary.ts'

export interface MonitoringDeps extends RunSummaryDeps {
  /** The limits in force, of every provider in use. */
  readonly quotaLimits: QuotaLimits
}

export function createMonitoringActivities(deps: MonitoringDeps): MonitoringActivities {
  const { db, now, quotaLimits } = deps
  return {
    ...createRunSummaryActivities(deps),

    async judgeQuota() {
      const at = now()
      const report = judgeQuota(await quotaFacts(db, quotaLimits, at), at)
      const { level, warnings } = report
      if (level === 'critical') log.error('quota critical', { warnings })
      if (level === 'warning') log.warn('quota warning', { warnings })
      await tendIncidents(db, at)
      const { counts } = await evaluateAlerts(db, quotaLimits, at)
      if (counts.raised > 0 || counts.escalated > 0) log.warn('alerts raised', { ...counts })
      return report
    },
  }
}
