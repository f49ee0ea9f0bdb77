export const CACHE_BACKENDS = ['memory', 'redis'] as const

export type CacheBackend = (typeof CACHE_BACKENDS)[number]

export const CACHE_EFFICIENCIES = ['Good', 'Fair', 'Poor'] as const

export type CacheEfficiency = (typeof CACHE_EFFICIENCIES)[number]

/** What the cache answered, and what it did not have. */
export interface CacheCounts {
  readonly hits: number
  readonly misses: number
}

const ABOVE_IS_GOOD = 0.7
const ABOVE_IS_FAIR = 0.4

/** 0 to 1, in thousandths; null where nothing was asked. */
export function hitRate({ hits, misses }: CacheCounts): number | null {
  const asked = hits + misses
  return asked === 0 ? null : Math.round((hits / asked) * 1000) / 1000
}

export function cacheEfficiency(rate: number | null): CacheEfficiency | null {
  if (rate === null) return null
  if (rate > ABOVE_IS_GOOD) return 'Good'
  return rate > ABOVE_IS_FAIR ? 'Fair' : 'Poor'
}

export function cacheRecommendations(backend: CacheBackend, rate: number | null): string[] {
  if (rate === null) return ['Nothing was asked of the cache in this time.']
  if (rate > ABOVE_IS_GOOD) return []
  const own =
    'Every process caches for itself: with REDIS_URL set, what workers store reaches the API at once.'
  return [
    ...(backend === 'memory' ? [own] : []),
    'Most misses are cities nobody warms, or that went stale: warm more of them with WEATHER247_WARM_CITIES, and see whether refreshes keep up.',
  ]
}
