import type { CityLabel } from './analytics-overview.ts'
import type { WeatherStatistics } from './weather-sums.ts'

/** A city's statistics over its own last local days; values are not rounded. */
export interface CityAnalytics extends CityLabel, WeatherStatistics {
  /** Local dates, both included. */
  readonly fromDate: string
  readonly toDate: string
  readonly generatedAt: Date
}
