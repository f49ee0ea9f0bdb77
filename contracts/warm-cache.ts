import type { City, CityId } from '../domain/city/city.ts'
import type { Product } from '../domain/weather/product.ts'
import type { JobEnd, JobInput } from './job.ts'
import type { MaxAgeSeconds } from './refresh.ts'
import type { RefreshTimings } from './refresh-shape.ts'
import type { RunSummaryActivities } from './run-summary.ts'

export interface WarmCacheInput extends JobInput {
  /** Number of cities, the most requested first. */
  readonly cities: number
  /**
   * A city older than that is refreshed first. No tick is added: to keep cities young until the
   * next warming is the refresh's job, and a provider asked for both would be asked twice.
   */
  readonly maxAgeSeconds: MaxAgeSeconds
  readonly childrenInFlight: number
  readonly timings: RefreshTimings
}

export type PopularCitiesInput = Pick<WarmCacheInput, 'cities' | 'maxAgeSeconds'>

/** A popular city, and the products it is due for. */
export interface PopularCity {
  readonly city: City
  /** Its reads, decayed to when it was looked up. */
  readonly score: number
  readonly due: readonly Product[]
}

/** Processes share it; each has its own, which no other can fill; shared, but it did not answer. */
export const CACHE_STATES = ['shared', 'own', 'away'] as const

export type CacheState = (typeof CACHE_STATES)[number]

export interface FillCacheInput {
  readonly cityIds: readonly CityId[]
}

export interface FillCacheResult {
  readonly cache: CacheState
  readonly warmed: number
  /** Cities with nothing stored to put into the cache; all of them where it was away. */
  readonly failedCityIds: readonly CityId[]
}

export interface WarmCacheReport {
  /** Popular cities found; fewer than requested where fewer were ever read. */
  readonly totalCities: number
  readonly warmed: number
  readonly failed: number
  readonly failedCityIds: readonly CityId[]
  /** Cities that were too old; each is refreshed, joined or failed, or left at the soft limit. */
  readonly due: number
  readonly refreshed: number
  /** Another run refreshed it meanwhile. */
  readonly joined: number
  readonly refreshFailed: number
  /** Null until the cache was to be filled. */
  readonly cache: CacheState | null
}

export type WarmCacheResult = WarmCacheReport & JobEnd

/** Activities of the queue `cache_warming`. */
export interface WarmingActivities extends RunSummaryActivities {
  popularCities(input: PopularCitiesInput): Promise<readonly PopularCity[]>
  /** Puts what the database serves for these cities into the cache that the API reads. */
  fillCache(input: FillCacheInput): Promise<FillCacheResult>
}
