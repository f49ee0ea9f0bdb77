import { log } from '@temporalio/activity'
import { tendIncidents } from '../db/queries/close-incidents.ts'
import { readProviderSetups } from '../db/queries/provider-controls.ts'
import { factsInUse } from '../db/queries/quota-facts.ts'
import type { InstalledProvider } from '../domain/provider/provider-setup.ts'
import { judgeQuota } from '../domain/quota/judge.ts'
import { HOUR_MS } from '../domain/time/durations.ts'
import type { MonitoringActivities } from '../contracts/monitor-quota.ts'
import { announce, type AnnounceDeps } from './announce.ts'
import type { JudgeAlerts } from './judge-alerts.ts'
import { createRunSummaryActivities, type RunSummaryDeps } from './store-job-summary.ts'

export interface MonitoringDeps extends RunSummaryDeps, AnnounceDeps {
  /** What the settings say of every provider. */
  readonly installed: readonly InstalledProvider[]
  readonly judgeAlerts: JudgeAlerts
}

export function createMonitoringActivities(deps: MonitoringDeps): MonitoringActivities {
  const { db, now, installed, judgeAlerts } = deps
  return {
    ...createRunSummaryActivities(deps),

    async judgeQuota() {
      const at = now()
      const setups = await readProviderSetups(db, installed)
      const report = judgeQuota(await factsInUse(db, setups, at), at)
      const { level, warnings } = report
      if (level === 'critical') log.error('quota critical', { warnings })
      if (level === 'warning') log.warn('quota warning', { warnings })
      await tendIncidents(db, at)
      await judgeAlerts(at)
      await announce(deps, { afterMs: HOUR_MS })
      return report
    },
  }
}
