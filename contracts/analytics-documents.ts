import type {
  AnalyticsOverview,
  ApiUsage,
  CachePerformance,
  CityLabel,
  DataFreshness,
  WeatherTrends,
} from '../domain/analytics/analytics-overview.ts'
import { hitRate } from '../domain/analytics/cache-performance.ts'
import type { CityAnalytics } from '../domain/analytics/city-analytics.ts'
import { roundToHundredths, roundToTenths } from '../domain/analytics/rounding.ts'
import type { WeatherStatistics } from '../domain/analytics/weather-sums.ts'
import { MINUTE_S } from '../domain/time/durations.ts'
import { cacheRecommendations, freshnessRecommendations } from './analytics-advice.ts'

// What the analytics job stores and caches is what the API serves: rows and entries of earlier
// versions stay readable, so the names here do not follow the domain's.

const UNITS = { temperature: '°C', humidity: '%' } as const

/** What lies below a hundredth is the arithmetic's, not the weather's. */
const hundredths = (value: number | null): number | null =>
  value === null ? null : roundToHundredths(value)

const cityFields = ({ cityId, name, countryCode }: CityLabel) => ({
  city_id: cityId,
  city: name,
  country: countryCode,
})

const averages = (statistics: WeatherStatistics) => ({
  avg_temperature: hundredths(statistics.temperatureAvgC),
  max_temperature: hundredths(statistics.temperatureMaxC),
  min_temperature: hundredths(statistics.temperatureMinC),
  avg_humidity: hundredths(statistics.relativeHumidityAvgPct),
})

export const cityAnalyticsDocument = (city: CityAnalytics) => ({
  ...cityFields(city),
  ...averages(city),
  data_points: city.dataPoints,
  from_date: city.fromDate,
  to_date: city.toDate,
  generated_at: city.generatedAt.toISOString(),
  units: UNITS,
})

export type OverviewDocument = ReturnType<typeof overviewDocument>

export function overviewDocument(overview: AnalyticsOverview) {
  const generated_at = overview.generatedAt.toISOString()
  return {
    api_usage: { ...apiUsage(overview.apiUsage), generated_at },
    cache_performance: { ...cachePerformance(overview.cachePerformance), generated_at },
    data_freshness: { ...dataFreshness(overview.dataFreshness), generated_at },
    weather_trends: { ...weatherTrends(overview.weatherTrends), generated_at },
    generated_at,
  }
}

const apiUsage = (usage: ApiUsage) => ({
  period: `${usage.hours} hours`,
  total_requests: usage.totalRequests,
  unique_cities: usage.uniqueCities,
  avg_requests_per_hour: roundToHundredths(usage.requestsPerHour),
  hourly_breakdown: usage.byHour.map(({ hour, requests }) => ({
    hour: hour.toISOString(),
    requests,
  })),
  top_cities: usage.topCities.map((city) => ({ ...cityFields(city), requests: city.requests })),
})

const cachePerformance = ({ hits, misses, ...cache }: CachePerformance) => ({
  cache_backend: cache.backend,
  hit_rate: cache.hitRate,
  hits,
  misses,
  total_requests_24h: hits + misses,
  cache_efficiency: cache.efficiency,
  by_kind: cache.byKind.map((counts) => ({ ...counts, hit_rate: hitRate(counts) })),
  recommendations: cacheRecommendations(cache.backend, cache.hitRate),
})

const dataFreshness = ({ totalCities, buckets, stalestCities, ...freshness }: DataFreshness) => ({
  total_cities: totalCities,
  freshness_breakdown: buckets,
  freshness_score: freshness.score,
  freshness_grade: freshness.grade,
  city_details: stalestCities.map((city) => ({
    ...cityFields(city),
    last_update: city.confirmedAt?.toISOString() ?? null,
    age_minutes: city.ageSeconds === null ? null : roundToTenths(city.ageSeconds / MINUTE_S),
    status: city.freshness,
    temperature: city.temperatureC,
  })),
  city_details_omitted: totalCities - stalestCities.length,
  recommendations: freshnessRecommendations(buckets),
})

const weatherTrends = ({ days, overall, daily, topCities }: WeatherTrends) => ({
  period: `${days} days`,
  total_data_points: overall.dataPoints,
  overall_stats: averages(overall),
  daily_trends: daily.map((day) => ({
    date: day.date,
    ...averages(day),
    data_points: day.dataPoints,
    cities: day.cities,
  })),
  top_cities: topCities.map((city) => ({
    ...cityFields(city),
    avg_temperature: hundredths(city.temperatureAvgC),
    data_points: city.dataPoints,
  })),
  units: UNITS,
})
