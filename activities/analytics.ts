import type { CachePort } from '../cache/cache-port.ts'
import { createRunSummaryActivities, type RunSummaryDeps } from './run-summary.ts'

export interface AnalyticsDeps extends RunSummaryDeps {
  readonly cache: CachePort
  /** How long analytics stay in the cache: at least twice their cadence. */
  readonly cacheSeconds: number
}

/** Everything the queue `analytics` can do. */
export function createAnalyticsActivities(deps: AnalyticsDeps) {
  return { ...createRunSummaryActivities(deps) }
}

export type AnalyticsActivities = ReturnType<typeof createAnalyticsActivities>
