import type { RefreshActivities } from '../contracts/refresh-activities.ts'
import type { FindPlacesActivities } from '../contracts/find-places.ts'
import { createFindPlacesActivities, type FindPlacesDeps } from './find-places.ts'
import { createClaimActivities } from './refresh/shard-claims.ts'
import { createRefreshCitiesActivities } from './refresh/refresh-cities.ts'
import { createRefreshCityActivities } from './refresh/refresh-city.ts'
import type { RefreshDeps } from './refresh/deps.ts'
import { createRefreshWriter } from './refresh/refresh-writer.ts'
import { createRefreshRunActivities } from './refresh/refresh-run.ts'

export { createAnalyticsActivities, type AnalyticsDeps } from './analytics.ts'
export { createCleanupActivities, type CleanupDeps } from './cleanup.ts'
export { createMonitoringActivities, type MonitoringDeps } from './monitoring.ts'
export type { FindPlacesDeps } from './find-places.ts'
export { createNotificationActivities, type NotificationDeps } from './notifications.ts'
export type { RefreshDeps } from './refresh/deps.ts'
export { createWarmingActivities, type WarmingDeps } from './warming.ts'

export function createRefreshActivities(
  deps: RefreshDeps & FindPlacesDeps,
): RefreshActivities & FindPlacesActivities {
  const store = createRefreshWriter(deps)
  return {
    ...createFindPlacesActivities(deps),
    ...createRefreshRunActivities(deps),
    ...createClaimActivities(deps),
    ...createRefreshCityActivities({ ...deps, store }),
    ...createRefreshCitiesActivities({ ...deps, store }),
  }
}
