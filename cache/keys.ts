import type { CityId } from '../domain/city.ts'

/** Every key the cache holds. */
export const cacheKeys = {
  conditions: (cityId: CityId) => `weather:conditions:${cityId}`,
} as const

/** How long an entry is kept. It is trusted for less: readers judge values by their own age. */
export const CACHE_SECONDS = {
  conditions: 3600,
} as const

/**
 * How long a process answers from its own memory. The database is the truth and other processes
 * write it, so this is also how long a reader may lag behind.
 */
export const MEMORY_SECONDS = 5
