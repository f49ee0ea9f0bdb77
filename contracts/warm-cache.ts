import type { City, CityId } from '../domain/city.ts'
import type { Product } from '../domain/product.ts'
import type { JobEnd, JobInput } from './job.ts'
import type { MaxAgeSeconds, RefreshTimings } from './refresh.ts'

export interface WarmCacheInput extends JobInput {
  /** The most requested so many cities. */
  readonly cities: number
  /**
   * A city older than that is refreshed first. No tick is added: to keep cities young until the
   * next warming is the refresh's job, and a provider asked for both would be asked twice.
   */
  readonly maxAgeSeconds: MaxAgeSeconds
  readonly childrenInFlight: number
  readonly timings: RefreshTimings
}

/** A popular city, and the products it is due for. */
export interface PopularCity {
  readonly city: City
  /** Its reads, decayed to when it was looked up. */
  readonly score: number
  readonly due: readonly Product[]
}

/** Processes share it; each has its own, which nobody else can fill; shared, but it did not answer. */
export const CACHE_STATES = ['shared', 'own', 'away'] as const

export type CacheState = (typeof CACHE_STATES)[number]

export interface CacheFilling {
  readonly cache: CacheState
  readonly warmed: number
  /** Cities with nothing stored to put into the cache; all of them where it was away. */
  readonly failedCityIds: readonly CityId[]
}

export interface WarmCacheReport {
  /** Popular cities found; fewer than asked for where fewer were ever read. */
  readonly totalCities: number
  readonly warmed: number
  readonly failed: number
  readonly failedCityIds: readonly CityId[]
  /** Cities that were too old; each is refreshed, joined or failed, or left at the soft limit. */
  readonly due: number
  readonly refreshed: number
  /** Somebody else was at it, or had just been. */
  readonly joined: number
  readonly refreshFailed: number
  /** Null until the cache was to be filled. */
  readonly cache: CacheState | null
}

export type WarmCacheResult = WarmCacheReport & JobEnd
