import { ENTRY_KINDS, entryPrefix, MEMORY_SECONDS } from '../../cache/keys.ts'
import type { CacheUse } from '../../db/queries/cache-hours.ts'
import { hitRate } from '../../domain/analytics/cache-performance.ts'
import type { ApiSettings } from '../deps.ts'
import { COPY_TRUSTED_SECONDS } from '../readers/stored-values.ts'
import type { CacheStatsBody } from '../schemas/cache.ts'

/** Hours that the counts cover, the one under way included. */
export const WINDOW_HOURS = 24

export function cacheStatsBody(
  settings: ApiSettings['cache'],
  isHealthy: boolean,
  uses: readonly CacheUse[],
): Omit<CacheStatsBody, 'timestamp'> {
  return {
    cache_backend: settings.backend,
    status: isHealthy ? 'healthy' : 'unhealthy',
    ttl_settings: ttlSettings(settings),
    cache_keys_info: {
      weather_ttl: settings.freshSeconds.conditions,
      forecast_ttl: COPY_TRUSTED_SECONDS,
      air_quality_ttl: COPY_TRUSTED_SECONDS,
    },
    prefixes: {
      weather: entryPrefix('conditions'),
      forecast: entryPrefix('forecast'),
      air_quality: entryPrefix('air-quality'),
    },
    window_hours: WINDOW_HOURS,
    usage: ENTRY_KINDS.map((kind) => {
      const { hits = 0, misses = 0 } = uses.find((use) => use.kind === kind) ?? {}
      return {
        kind,
        prefix: entryPrefix(kind),
        hits,
        misses,
        hit_rate: hitRate({ hits, misses }),
      }
    }),
  }
}

export const ttlSettings = ({
  freshSeconds,
  keepSeconds,
  analyticsSeconds,
}: ApiSettings['cache']) => ({
  conditions_fresh_seconds: freshSeconds.conditions,
  keep_seconds: keepSeconds,
  analytics_seconds: analyticsSeconds,
  memory_seconds: MEMORY_SECONDS,
})
