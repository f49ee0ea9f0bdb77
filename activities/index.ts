import type { RefreshActivities } from '../contracts/refresh-activities.ts'
import type { FindPlacesActivities } from '../contracts/find-places.ts'
import { createFindPlacesActivities, type FindPlacesDeps } from './find-places.ts'
import { createCheckValuesActivities } from './refresh/check-values.ts'
import { createClaimActivities } from './refresh/shard-claims.ts'
import { createRefreshCitiesActivities } from './refresh/refresh-in-bulk.ts'
import { createRefreshCityActivities } from './refresh/refresh-city.ts'
import type { RefreshDeps } from './refresh/deps.ts'
import { createRefreshWriter } from './refresh/refresh-writer.ts'
import { createRefreshRunActivities } from './refresh/refresh-run.ts'
import { createRunPlans } from './refresh/run-plan.ts'

export { createAnalyticsActivities, type AnalyticsDeps } from './analytics.ts'
export { createCleanupActivities, type CleanupDeps } from './cleanup.ts'
export { createAlertJudge, type JudgeAlerts } from './judge-alerts.ts'
export { createMonitoringActivities, type MonitoringDeps } from './monitoring.ts'
export type { FindPlacesDeps } from './find-places.ts'
export { createNotificationActivities, type NotificationDeps } from './notifications.ts'
export type { RefreshDeps } from './refresh/deps.ts'
export { createWarmingActivities, type WarmingDeps } from './warming.ts'

export function createRefreshActivities(
  deps: RefreshDeps & FindPlacesDeps,
): RefreshActivities & FindPlacesActivities {
  const store = createRefreshWriter(deps)
  const plans = createRunPlans(deps)
  return {
    ...createFindPlacesActivities(deps),
    ...createRefreshRunActivities({ ...deps, plans }),
    ...createClaimActivities(deps),
    ...createCheckValuesActivities(deps),
    ...createRefreshCityActivities({ ...deps, store, plans }),
    ...createRefreshCitiesActivities({ ...deps, store, plans }),
  }
}
