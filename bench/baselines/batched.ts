import { pagesOf } from '../../db/queries/upsert.ts'
import { saveRefreshes } from '../../db/queries/save-refreshes.ts'
import type { CityRefresh } from '../../db/queries/city-refresh.ts'
import type { City } from '../../domain/city/city.ts'
import { eachInFlight } from './each-in-flight.ts'
import { fetchRefreshes, reportOf } from './fetch-refreshes.ts'
import type { BaselineDeps, BaselineReport } from './order.ts'

/** As many as gear bulk has under way: while one page is written, the next is asked for. */
const PAGES_IN_FLIGHT = 8

/** Bulk requests and multi-row writes, a page of one request's places at a time. */
export async function batched(
  deps: BaselineDeps,
  cities: readonly City[],
): Promise<BaselineReport> {
  const all: CityRefresh[] = []
  const pages = [...pagesOf(cities, deps.providers[0]?.provider.maxPlacesPerRequest)]
  await eachInFlight(pages, PAGES_IN_FLIGHT, async (page) => {
    const refreshes = await fetchRefreshes(deps, page)
    await saveRefreshes(deps.db, refreshes)
    all.push(...refreshes)
  })
  return reportOf(all)
}
