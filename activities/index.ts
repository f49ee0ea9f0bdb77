import { createClaimActivities } from './claims.ts'
import { createRefreshCitiesActivities } from './refresh-cities.ts'
import { createRefreshCityActivities } from './refresh-city.ts'
import type { RefreshDeps } from './refresh-deps.ts'
import { createStore } from './store.ts'
import { createRefreshRunActivities } from './refresh-run.ts'

export type { RefreshDeps } from './refresh-deps.ts'

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
