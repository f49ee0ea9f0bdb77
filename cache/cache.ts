import type { CacheLog, CachePort } from './cache-port.ts'
import { createMemoryCache } from './memory-cache.ts'
import { createRedisCache } from './redis-cache.ts'

export type { CacheEntry, CacheLog, CachePort, SetOptions } from './cache-port.ts'

export type CacheKind =
  { readonly kind: 'memory' } | { readonly kind: 'redis'; readonly url: string }

export const createCache = (options: CacheKind, log: CacheLog): CachePort =>
  options.kind === 'redis' ? createRedisCache(options.url, log) : createMemoryCache()
