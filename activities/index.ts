import { createClaimActivities } from './claims.ts'
import { createRefreshCitiesActivities } from './refresh-cities.ts'
import { createRefreshCityActivities } from './refresh-city.ts'
import type { RefreshDeps } from './refresh-deps.ts'
import { createStore } from './store.ts'
import { createRefreshRunActivities } from './refresh-run.ts'

export {
  createAnalyticsActivities,
  type AnalyticsActivities,
  type AnalyticsDeps,
} from './analytics.ts'
export { createCleanupActivities, type CleanupActivities, type CleanupDeps } from './cleanup.ts'
export {
  createMonitoringActivities,
  type MonitoringActivities,
  type MonitoringDeps,
} from './monitoring.ts'
export type { RefreshDeps } from './refresh-deps.ts'
export type { RunSummaryActivities } from './run-summary.ts'
export { createWarmingActivities, type WarmingActivities, type WarmingDeps } from './warming.ts'

/** Everything the queue `weather_refresh` can do. */
export function createRefreshActivities(deps: RefreshDeps) {
  const store = createStore(deps)
  return {
    ...createRefreshRunActivities(deps),
    ...createClaimActivities(deps),
    ...createRefreshCityActivities({ ...deps, store }),
    ...createRefreshCitiesActivities({ ...deps, store }),
  }
}

export type RefreshActivities = ReturnType<typeof createRefreshActivities>
