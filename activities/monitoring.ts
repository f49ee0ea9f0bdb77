import type { ProviderId } from '../domain/provider.ts'
import type { QuotaLimit } from '../domain/quota.ts'
import { createRunSummaryActivities, type RunSummaryDeps } from './run-summary.ts'

export interface MonitoringDeps extends RunSummaryDeps {
  /** The limits that count, of every provider in use. */
  readonly quotaLimits: Partial<Readonly<Record<ProviderId, readonly QuotaLimit[]>>>
}

/** Everything the queue `monitoring` can do. */
export function createMonitoringActivities(deps: MonitoringDeps) {
  return { ...createRunSummaryActivities(deps) }
}

export type MonitoringActivities = ReturnType<typeof createMonitoringActivities>
