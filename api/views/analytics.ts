import { roundToTenths } from '../../domain/analytics/rounding.ts'
import type { OverviewBody, StoredOverview } from '../schemas/analytics.ts'

export function overviewBody(stored: StoredOverview): OverviewBody {
  const { hit_rate, hits, misses } = stored.cache_performance
  return {
    ...stored,
    cache_performance: {
      ...stored.cache_performance,
      estimated_hit_rate: hit_rate === null ? null : roundToTenths(hit_rate * 100),
      estimated_hits: hits,
      estimated_misses: misses,
    },
  }
}
