import { activityInfo, heartbeat } from '@temporalio/activity'
import type { CachePort } from '../../cache/cache-port.ts'
import { analyticsKeys } from '../../cache/keys.ts'
import { cityAnalyticsDocument } from '../../contracts/analytics-documents.ts'
import type { AnalyticsActivities, ComputeCityStatisticsInput } from '../../contracts/analytics.ts'
import {
  cityAnalyticsOfPage,
  computeCityAnalytics,
  deleteOutdatedAnalytics,
} from '../../db/queries/city-analytics.ts'
import { cityPage, type CityPage } from '../../db/queries/city-pages.ts'
import type { CityId } from '../../domain/city/city.ts'
import type { AnalyticsDeps } from './deps.ts'
import { isPastDeadline } from './deadline.ts'

interface Progress {
  readonly afterCityId: CityId
  readonly citiesProcessed: number
  readonly citiesWithoutData: number
}

const NOTHING: Progress = { afterCityId: 0, citiesProcessed: 0, citiesWithoutData: 0 }

export const createCityStatisticsActivities = (
  deps: AnalyticsDeps,
): Pick<AnalyticsActivities, 'computeCityStatistics'> => ({
  async computeCityStatistics(input) {
    let progress = (activityInfo().heartbeatDetails as Progress | undefined) ?? NOTHING
    for (;;) {
      const { afterCityId, ...counts } = progress
      const page = await cityPage(deps.db, afterCityId, input.citiesPerPage)
      if (!page) return { ...counts, isWhole: true }
      if (isPastDeadline(input, deps.now)) return { ...counts, isWhole: false }
      const computed = await compute(deps, input, page)
      progress = {
        afterCityId: page.last,
        citiesProcessed: counts.citiesProcessed + computed,
        citiesWithoutData: counts.citiesWithoutData + page.active - computed,
      }
      heartbeat(progress)
    }
  },
})

async function compute(
  { db, cache, cacheSeconds }: AnalyticsDeps,
  { atMs, days, runId }: ComputeCityStatisticsInput,
  page: CityPage,
): Promise<number> {
  const at = new Date(atMs)
  const computed = await computeCityAnalytics(db, { at, days, runId }, page)
  await forget(cache, await deleteOutdatedAnalytics(db, at, page))
  const stored = await cityAnalyticsOfPage(db, page)
  const entries = stored.map((city) => ({
    key: analyticsKeys.city(city.cityId),
    value: JSON.stringify(cityAnalyticsDocument(city)),
  }))
  await cache.setMany(entries, cacheSeconds)
  return computed
}

async function forget(cache: CachePort, cityIds: readonly CityId[]): Promise<void> {
  if (cityIds.length > 0) await cache.delete(cityIds.map((id) => analyticsKeys.city(id)))
}
