import type { CityId } from './city.ts'
import { rounded, type WeatherStatistics } from './weather-sums.ts'

export const ANALYTICS_UNITS = { temperature: '°C', humidity: '%' } as const

/** A city's statistics over its own last local days, as they are cached and served. */
export interface CityAnalytics extends WeatherStatistics {
  readonly city_id: CityId
  readonly city: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** Local dates, both included. */
  readonly from_date: string
  readonly to_date: string
  /** ISO 8601. */
  readonly generated_at: string
  readonly units: typeof ANALYTICS_UNITS
}

/** The same as it is stored. */
export interface StoredCityAnalytics {
  readonly cityId: CityId
  readonly name: string
  readonly countryCode: string
  readonly fromDate: string
  readonly toDate: string
  readonly temperatureAvgC: number | null
  readonly temperatureMinC: number | null
  readonly temperatureMaxC: number | null
  readonly relativeHumidityAvgPct: number | null
  readonly dataPoints: number
  readonly generatedAt: Date
}

export const cityAnalyticsOf = (stored: StoredCityAnalytics): CityAnalytics => ({
  city_id: stored.cityId,
  city: stored.name,
  country: stored.countryCode,
  avg_temperature: rounded(stored.temperatureAvgC),
  max_temperature: rounded(stored.temperatureMaxC),
  min_temperature: rounded(stored.temperatureMinC),
  avg_humidity: rounded(stored.relativeHumidityAvgPct),
  data_points: stored.dataPoints,
  from_date: stored.fromDate,
  to_date: stored.toDate,
  generated_at: stored.generatedAt.toISOString(),
  units: ANALYTICS_UNITS,
})
