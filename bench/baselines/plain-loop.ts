import { saveRefreshes } from '../../db/queries/save-refreshes.ts'
import type { CityRefresh } from '../../db/queries/city-refresh.ts'
import type { City } from '../../domain/city/city.ts'
import { fetchRefreshes, reportOf } from './fetch-refreshes.ts'
import { eachInFlight } from './each-in-flight.ts'
import type { BaselineDeps, BaselineReport } from './order.ts'

/** A request and a write for each city, as many cities at a time as the first provider allows. */
export async function plainLoop(
  deps: BaselineDeps,
  cities: readonly City[],
): Promise<BaselineReport> {
  const all: CityRefresh[] = []
  const inFlight = deps.providers[0]?.provider.pace.maxInFlight ?? 1
  await eachInFlight(cities, inFlight, async (city) => {
    const refreshes = await fetchRefreshes(deps, [city])
    await saveRefreshes(deps.db, refreshes)
    all.push(...refreshes)
  })
  return reportOf(all)
}
