import type { RefreshActivities } from '../contracts/refresh-activities.ts'
import { createClaimActivities } from './refresh/shard-claims.ts'
import { createRefreshCitiesActivities } from './refresh/refresh-cities.ts'
import { createRefreshCityActivities } from './refresh/refresh-city.ts'
import type { RefreshDeps } from './refresh/deps.ts'
import { createRefreshWriter } from './refresh/refresh-writer.ts'
import { createRefreshRunActivities } from './refresh/refresh-run.ts'

export { createAnalyticsActivities, type AnalyticsDeps } from './analytics.ts'
export { createCleanupActivities, type CleanupDeps } from './cleanup.ts'
export { createMonitoringActivities, type MonitoringDeps } from './monitoring.ts'
export type { RefreshDeps } from './refresh/deps.ts'
export { createWarmingActivities, type WarmingDeps } from './warming.ts'

export function createRefreshActivities(deps: RefreshDeps): RefreshActivities {
  const store = createRefreshWriter(deps)
  return {
    ...createRefreshRunActivities(deps),
    ...createClaimActivities(deps),
    ...createRefreshCityActivities({ ...deps, store }),
    ...createRefreshCitiesActivities({ ...deps, store }),
  }
}
