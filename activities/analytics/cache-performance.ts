import type { Database } from '../../db/client.ts'
import { cacheUseSince } from '../../db/queries/cache-hours.ts'
import type { CachePerformance } from '../../domain/analytics-overview.ts'
import {
  cacheEfficiency,
  cacheRecommendations,
  hitRate,
  type CacheBackend,
} from '../../domain/cache-performance.ts'
import { hoursUpTo } from './hours.ts'

const HOURS = 24

export async function readCachePerformance(
  db: Database,
  at: Date,
  backend: CacheBackend,
): Promise<CachePerformance> {
  const [since = at] = hoursUpTo(at, HOURS)
  const kinds = await cacheUseSince(db, since)
  const hits = kinds.reduce((sum, kind) => sum + kind.hits, 0)
  const misses = kinds.reduce((sum, kind) => sum + kind.misses, 0)
  const rate = hitRate({ hits, misses })
  return {
    cache_backend: backend,
    hit_rate: rate,
    hits,
    misses,
    total_requests_24h: hits + misses,
    cache_efficiency: cacheEfficiency(rate),
    by_kind: kinds
      .map((kind) => ({ ...kind, hit_rate: hitRate(kind) }))
      .sort((one, other) => (one.kind < other.kind ? -1 : 1)),
    recommendations: cacheRecommendations(backend, rate),
    generated_at: at.toISOString(),
  }
}
