import type { CachePort } from '../../cache/cache-port.ts'
import type { CacheBackend } from '../../domain/analytics/cache-performance.ts'
import type { RunSummaryDeps } from '../store-job-summary.ts'

export interface AnalyticsDeps extends RunSummaryDeps {
  readonly cache: CachePort
  readonly cacheBackend: CacheBackend
  /** How long analytics stay in the cache: at least twice their cadence. */
  readonly cacheSeconds: number
}
