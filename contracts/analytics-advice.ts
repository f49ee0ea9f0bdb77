import { isGoodRate, type CacheBackend } from '../domain/analytics/cache-performance.ts'
import { citiesIn, type FreshnessBuckets } from '../domain/analytics/data-freshness.ts'
import { HOUR_S, MINUTE_S } from '../domain/time/durations.ts'
import { FRESHNESS_BOUNDS_S } from '../domain/weather/freshness.ts'
import type { ScheduleId } from './schedule-definition.ts'

const REFRESH: ScheduleId = 'refresh-all-cities'

const SHARE_CACHE =
  'Every process caches for itself: with REDIS_URL set, what workers store reaches the API at once.'
const WARM_MORE =
  'Most misses are cities that are not warmed, or that went stale: warm more of them with WEATHER247_WARM_CITIES, and see whether refreshes keep up.'

export function cacheRecommendations(backend: CacheBackend, rate: number | null): string[] {
  if (rate === null) return ['Nothing was read from the cache in this time.']
  if (isGoodRate(rate)) return []
  return [...(backend === 'memory' ? [SHARE_CACHE] : []), WARM_MORE]
}

export function freshnessRecommendations(buckets: FreshnessBuckets): string[] {
  const { stale, very_stale: veryStale, no_data: missing } = buckets
  const total = citiesIn(buckets)
  if (total === 0) return ['There are no active cities: import some.']
  const late = stale + veryStale
  return [
    ...(missing > 0 ? [`${missing} of ${total} cities ${MISSING}`] : []),
    ...(late > 0 ? [`${late} of ${total} cities ${LATE}`] : []),
  ]
}

const MISSING = `were not refreshed within ${FRESHNESS_BOUNDS_S.very_stale / HOUR_S} hours, or the plan's time: see in the last runs of ${REFRESH} why.`
const LATE = `are older than ${FRESHNESS_BOUNDS_S.fresh / MINUTE_S} minutes, and than the plan keeps them: see whether ${REFRESH} is paused, cut short, or short of quota.`
