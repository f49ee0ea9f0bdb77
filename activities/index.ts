import { createClaimActivities } from './claims.ts'
import { createRefreshCitiesActivities } from './refresh-cities.ts'
import { createRefreshCityActivities } from './refresh-city.ts'
import type { RefreshDeps } from './refresh-deps.ts'
import { createRefreshRunActivities } from './refresh-run.ts'

export type { RefreshDeps } from './refresh-deps.ts'

/** Everything the queue `weather_refresh` can do. */
export const createRefreshActivities = (deps: RefreshDeps) => ({
  ...createRefreshRunActivities(deps),
  ...createClaimActivities(deps),
  ...createRefreshCityActivities(deps),
  ...createRefreshCitiesActivities(deps),
})

export type RefreshActivities = ReturnType<typeof createRefreshActivities>
