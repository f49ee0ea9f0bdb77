import { heartbeat } from '@temporalio/activity'
import { analyticsKeys } from '../../cache/keys.ts'
import { overviewDocument } from '../../contracts/analytics-documents.ts'
import type { AnalyticsActivities } from '../../contracts/analytics.ts'
import { saveOverview } from '../../db/queries/analytics-overviews.ts'
import type { AnalyticsDeps } from './deps.ts'
import { readApiUsage } from './api-usage.ts'
import { readCachePerformance } from './cache-performance.ts'
import { readDataFreshness } from './data-freshness.ts'
import { isPastDeadline } from './deadline.ts'
import { readWeatherTrends } from './weather-trends.ts'

export const createOverviewActivities = (
  deps: AnalyticsDeps,
): Pick<AnalyticsActivities, 'storeOverview'> => ({
  async storeOverview(input) {
    const { db, cache, cacheSeconds, cacheBackend } = deps
    const { runId, days, hours } = input
    const at = new Date(input.atMs)
    const trends = await readWeatherTrends(db, { at, days }, input.citiesPerPage, () => {
      heartbeat()
      return isPastDeadline(input, deps.now)
    })
    if (!trends) return { isWhole: false }
    const report = overviewDocument({
      generatedAt: at,
      apiUsage: await readApiUsage(db, { at, hours }),
      cachePerformance: await readCachePerformance(db, at, cacheBackend),
      dataFreshness: await readDataFreshness(db, at),
      weatherTrends: trends,
    })
    await saveOverview(db, { runId, generatedAt: at, report })
    const entry = { key: analyticsKeys.overview, value: JSON.stringify(report) }
    await cache.setMany([entry], cacheSeconds)
    return { isWhole: true }
  },
})
