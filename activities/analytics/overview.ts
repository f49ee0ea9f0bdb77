import { heartbeat } from '@temporalio/activity'
import { analyticsKeys } from '../../cache/keys.ts'
import { saveReport } from '../../db/queries/overview.ts'
import type { AnalyticsOverview } from '../../domain/analytics-overview.ts'
import type { AnalyticsDeps } from './deps.ts'
import type { CityStatisticsPass } from './city-statistics.ts'
import { readApiUsage } from './api-usage.ts'
import { readCachePerformance } from './cache-performance.ts'
import { readDataFreshness } from './data-freshness.ts'
import { isOver } from './passing.ts'
import { readWeatherTrends } from './weather-trends.ts'

export interface OverviewPass extends CityStatisticsPass {
  /** Hours of requests, the one under way included. */
  readonly hours: number
}

export function createOverviewActivities(deps: AnalyticsDeps) {
  return {
    /** Reports on all cities together; stored and cached as a whole or not at all. */
    async storeOverview(input: OverviewPass): Promise<{ isWhole: boolean }> {
      const { db, cache, cacheSeconds, cacheBackend } = deps
      const { runId, days, hours } = input
      const at = new Date(input.atMs)
      const trends = await readWeatherTrends(db, { at, days }, input.citiesPerPage, () => {
        heartbeat()
        return isOver(input, deps.now)
      })
      if (!trends) return { isWhole: false }
      const report: AnalyticsOverview = {
        api_usage: await readApiUsage(db, { at, hours }),
        cache_performance: await readCachePerformance(db, at, cacheBackend),
        data_freshness: await readDataFreshness(db, at),
        weather_trends: trends,
        generated_at: at.toISOString(),
      }
      await saveReport(db, { runId, generatedAt: at, report })
      const entry = { key: analyticsKeys.overview, value: JSON.stringify(report) }
      await cache.setMany([entry], cacheSeconds)
      return { isWhole: true }
    },
  }
}
