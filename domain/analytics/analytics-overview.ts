import type { CacheBackend, CacheCounts, CacheEfficiency } from './cache-performance.ts'
import type { CityId } from '../city/city.ts'
import type { FreshnessBuckets, FreshnessGrade } from './data-freshness.ts'
import type { Freshness } from '../weather/freshness.ts'
import type { WeatherStatistics } from './weather-sums.ts'

/** A city as a list shows it. */
export interface CityLabel {
  readonly cityId: CityId
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string
}

/** Reads of cities at the API. */
export interface ApiUsage {
  readonly hours: number
  readonly totalRequests: number
  readonly uniqueCities: number
  readonly requestsPerHour: number
  /** Every hour of the period, in UTC, the one under way included. */
  readonly byHour: readonly { readonly hour: Date; readonly requests: number }[]
  readonly topCities: readonly (CityLabel & { readonly requests: number })[]
}

/** Cache use of the last 24 hours. */
export interface CachePerformance extends CacheCounts {
  readonly backend: CacheBackend
  /** 0 to 1. */
  readonly hitRate: number | null
  readonly efficiency: CacheEfficiency | null
  readonly byKind: readonly (CacheCounts & { readonly kind: string })[]
}

export interface CityFreshness extends CityLabel {
  readonly confirmedAt: Date | null
  readonly ageSeconds: number | null
  readonly freshness: Freshness
  readonly temperatureC: number | null
}

export interface DataFreshness {
  readonly totalCities: number
  /** Cities by age of their conditions. */
  readonly buckets: FreshnessBuckets
  /** 0 to 100. */
  readonly score: number | null
  readonly grade: FreshnessGrade | null
  /** The stalest first, and no more than a page shows. */
  readonly stalestCities: readonly CityFreshness[]
}

/** One local date over all the cities whose date it was. */
export interface DailyTrend extends WeatherStatistics {
  readonly date: string
  readonly cities: number
}

export interface WeatherTrends {
  /** Local days of each city, today included. */
  readonly days: number
  readonly overall: WeatherStatistics
  readonly daily: readonly DailyTrend[]
  readonly topCities: readonly (CityLabel &
    Pick<WeatherStatistics, 'temperatureAvgC' | 'dataPoints'>)[]
}

/** How requested, cached, fresh and warm everything is. */
export interface AnalyticsOverview {
  readonly generatedAt: Date
  readonly apiUsage: ApiUsage
  readonly cachePerformance: CachePerformance
  readonly dataFreshness: DataFreshness
  readonly weatherTrends: WeatherTrends
}
