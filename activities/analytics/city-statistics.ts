import { activityInfo, heartbeat } from '@temporalio/activity'
import type { CachePort } from '../../cache/cache-port.ts'
import { analyticsKeys } from '../../cache/keys.ts'
import type { AnalyticsPass } from '../../contracts/analytics.ts'
import {
  cityAnalyticsOfPage,
  computeCityAnalytics,
  deleteOutdatedAnalytics,
} from '../../db/queries/city-analytics.ts'
import { cityPage, type CityPage } from '../../db/queries/city-pages.ts'
import { cityAnalyticsOf } from '../../domain/city-analytics.ts'
import type { CityId } from '../../domain/city.ts'
import type { AnalyticsDeps } from './deps.ts'
import { isOver } from './passing.ts'

export interface CityStatisticsPass extends AnalyticsPass {
  /** Local days of each city, today included. */
  readonly days: number
}

interface Progress {
  readonly afterCityId: CityId
  readonly citiesProcessed: number
  readonly citiesWithoutData: number
}

export type CityStatistics = Omit<Progress, 'afterCityId'> & { readonly isWhole: boolean }

export function createCityStatisticsActivities(deps: AnalyticsDeps) {
  return {
    /** Statistics of every active city over its own last days, stored and cached. */
    async computeCityStatistics(input: CityStatisticsPass): Promise<CityStatistics> {
      let progress = (activityInfo().heartbeatDetails as Progress | undefined) ?? {
        afterCityId: 0,
        citiesProcessed: 0,
        citiesWithoutData: 0,
      }
      for (;;) {
        const { afterCityId, ...counts } = progress
        const page = await cityPage(deps.db, afterCityId, input.citiesPerPage)
        if (!page) return { ...counts, isWhole: true }
        if (isOver(input, deps.now)) return { ...counts, isWhole: false }
        const computed = await compute(deps, input, page)
        progress = {
          afterCityId: page.last,
          citiesProcessed: counts.citiesProcessed + computed,
          citiesWithoutData: counts.citiesWithoutData + page.active - computed,
        }
        heartbeat(progress)
      }
    },
  }
}

async function compute(
  { db, cache, cacheSeconds }: AnalyticsDeps,
  { atMs, days, runId }: CityStatisticsPass,
  page: CityPage,
): Promise<number> {
  const at = new Date(atMs)
  const computed = await computeCityAnalytics(db, { at, days, runId }, page)
  await forget(cache, await deleteOutdatedAnalytics(db, at, page))
  const stored = await cityAnalyticsOfPage(db, page)
  const entries = stored.map((city) => ({
    key: analyticsKeys.city(city.cityId),
    value: JSON.stringify(cityAnalyticsOf(city)),
  }))
  await cache.setMany(entries, cacheSeconds)
  return computed
}

async function forget(cache: CachePort, cityIds: readonly CityId[]): Promise<void> {
  if (cityIds.length > 0) await cache.delete(cityIds.map((id) => analyticsKeys.city(id)))
}
