import type { CityId } from '../domain/city.ts'
import type { MaxAgeSeconds, RefreshTimings } from './refresh.ts'
import type { JobEnd, JobInput } from './job.ts'

export interface WarmCacheInput extends JobInput {
  /** The most requested so many cities. */
  readonly cities: number
  /** Until the next warming: a city that would grow too old before then is refreshed first. */
  readonly tickSeconds: number
  readonly maxAgeSeconds: MaxAgeSeconds
  readonly timings: RefreshTimings
}

export interface WarmCacheReport {
  /** Popular cities found; fewer than asked for where fewer were ever read. */
  readonly totalCities: number
  readonly warmed: number
  /** Cities with nothing stored to put into the cache. */
  readonly failed: number
  /** Of them, cities a provider was asked for, because they were due. */
  readonly refreshed: number
  readonly failedCityIds: readonly CityId[]
  /** False where each process has a cache of its own, which nobody else can fill. */
  readonly isShared: boolean
}

export type WarmCacheResult = WarmCacheReport & JobEnd
