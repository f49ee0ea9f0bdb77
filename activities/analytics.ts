import type { AnalyticsActivities } from '../contracts/analytics.ts'
import { createCityStatisticsActivities } from './analytics/city-statistics.ts'
import type { AnalyticsDeps } from './analytics/deps.ts'
import { createOverviewActivities } from './analytics/overview.ts'
import { createRollUpActivities } from './analytics/roll-up.ts'
import { createRunSummaryActivities } from './store-job-summary.ts'

export type { AnalyticsDeps } from './analytics/deps.ts'

export function createAnalyticsActivities(deps: AnalyticsDeps): AnalyticsActivities {
  return {
    ...createRunSummaryActivities(deps),
    ...createRollUpActivities(deps),
    ...createCityStatisticsActivities(deps),
    ...createOverviewActivities(deps),
  }
}
