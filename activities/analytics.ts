import { createCityStatisticsActivities } from './analytics/city-statistics.ts'
import type { AnalyticsDeps } from './analytics/deps.ts'
import { createOverviewActivities } from './analytics/overview.ts'
import { createRollUpActivities } from './analytics/roll-up.ts'
import { createRunSummaryActivities } from './run-summary.ts'

export type { AnalyticsDeps } from './analytics/deps.ts'

/** Everything the queue `analytics` can do. */
export function createAnalyticsActivities(deps: AnalyticsDeps) {
  return {
    ...createRunSummaryActivities(deps),
    ...createRollUpActivities(deps),
    ...createCityStatisticsActivities(deps),
    ...createOverviewActivities(deps),
  }
}

export type AnalyticsActivities = ReturnType<typeof createAnalyticsActivities>
