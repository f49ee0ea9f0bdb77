export const CACHE_BACKENDS = ['memory', 'redis'] as const

export type CacheBackend = (typeof CACHE_BACKENDS)[number]

export const CACHE_EFFICIENCIES = ['Good', 'Fair', 'Poor'] as const

export type CacheEfficiency = (typeof CACHE_EFFICIENCIES)[number]

/** Reads that the cache answered, and those it could not answer. */
export interface CacheCounts {
  readonly hits: number
  readonly misses: number
}

const ABOVE_IS_GOOD = 0.7
const ABOVE_IS_FAIR = 0.4

/** 0 to 1, in thousandths; null where nothing was read. */
export function hitRate({ hits, misses }: CacheCounts): number | null {
  const reads = hits + misses
  return reads === 0 ? null : Math.round((hits / reads) * 1000) / 1000
}

export function cacheEfficiency(rate: number | null): CacheEfficiency | null {
  if (rate === null) return null
  if (isGoodRate(rate)) return 'Good'
  return rate > ABOVE_IS_FAIR ? 'Fair' : 'Poor'
}

export const isGoodRate = (rate: number): boolean => rate > ABOVE_IS_GOOD
