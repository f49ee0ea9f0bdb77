import type { Database } from '../../db/database.ts'
import { cacheUseSince } from '../../db/queries/cache-hours.ts'
import type { CachePerformance } from '../../domain/analytics/analytics-overview.ts'
import {
  cacheEfficiency,
  hitRate,
  type CacheBackend,
} from '../../domain/analytics/cache-performance.ts'
import { hoursUpTo } from '../../domain/time/hours.ts'

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
    backend,
    hits,
    misses,
    hitRate: rate,
    efficiency: cacheEfficiency(rate),
    byKind: kinds.sort((one, other) => (one.kind < other.kind ? -1 : 1)),
  }
}
