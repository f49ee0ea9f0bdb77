import type { CacheBackend, CacheCounts, CacheEfficiency } from './cache-performance.ts'
import type { CityId } from './city.ts'
import type { FreshnessBuckets, FreshnessGrade } from './data-freshness.ts'
import type { Freshness } from './freshness.ts'
import type { ANALYTICS_UNITS } from './city-analytics.ts'
import type { WeatherStatistics } from './weather-sums.ts'

export interface NamedCity {
  readonly city_id: CityId
  readonly city: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
}

/** Reads of cities at the API. */
export interface ApiUsage {
  readonly period: string
  readonly total_requests: number
  readonly unique_cities: number
  readonly avg_requests_per_hour: number
  /** Every hour of the period, in UTC, the one under way included. */
  readonly hourly_breakdown: readonly { readonly hour: string; readonly requests: number }[]
  readonly top_cities: readonly (NamedCity & { readonly requests: number })[]
  readonly generated_at: string
}

export interface CachePerformance extends CacheCounts {
  readonly cache_backend: CacheBackend
  /** 0 to 1. */
  readonly hit_rate: number | null
  readonly total_requests_24h: number
  readonly cache_efficiency: CacheEfficiency | null
  readonly by_kind: readonly (CacheCounts & {
    readonly kind: string
    readonly hit_rate: number | null
  })[]
  readonly recommendations: readonly string[]
  readonly generated_at: string
}

export interface CityFreshness extends NamedCity {
  readonly last_update: string | null
  readonly age_minutes: number | null
  readonly status: Freshness
  /** °C */
  readonly temperature: number | null
}

export interface DataFreshness {
  readonly total_cities: number
  /** Cities by age of their conditions. */
  readonly freshness_breakdown: FreshnessBuckets
  /** 0 to 100. */
  readonly freshness_score: number | null
  readonly freshness_grade: FreshnessGrade | null
  /** The stalest first, and no more than a page shows. */
  readonly city_details: readonly CityFreshness[]
  readonly city_details_omitted: number
  readonly recommendations: readonly string[]
  readonly generated_at: string
}

/** One local date over all the cities whose date it was. */
export interface DailyTrend extends WeatherStatistics {
  readonly date: string
  readonly cities: number
}

export interface WeatherTrends {
  readonly period: string
  readonly total_data_points: number
  readonly overall_stats: Omit<WeatherStatistics, 'data_points'>
  readonly daily_trends: readonly DailyTrend[]
  readonly top_cities: readonly (NamedCity &
    Pick<WeatherStatistics, 'avg_temperature' | 'data_points'>)[]
  readonly units: typeof ANALYTICS_UNITS
  readonly generated_at: string
}

/** How requested, cached, fresh and warm everything is, as it is stored, cached and served. */
export interface AnalyticsOverview {
  readonly api_usage: ApiUsage
  readonly cache_performance: CachePerformance
  readonly data_freshness: DataFreshness
  readonly weather_trends: WeatherTrends
  readonly generated_at: string
}
