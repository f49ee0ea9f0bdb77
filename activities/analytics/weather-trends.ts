import type { Database } from '../../db/client.ts'
import {
  daySums,
  mostMeasured,
  type DaysWindow,
  type DaySums,
} from '../../db/queries/city-analytics.ts'
import { cityPage } from '../../db/queries/city-pages.ts'
import type { DailyTrend, WeatherTrends } from '../../domain/analytics-overview.ts'
import { ANALYTICS_UNITS } from '../../domain/city-analytics.ts'
import { addUp, rounded, statisticsOf } from '../../domain/weather-sums.ts'

const TOP_CITIES = 10

/** Reads page by page; undefined when `isOver` said between two of them that there is no time. */
export async function readWeatherTrends(
  db: Database,
  window: DaysWindow,
  citiesPerPage: number,
  isOver: () => boolean,
): Promise<WeatherTrends | undefined> {
  const days: DaySums[] = []
  let after = 0
  for (;;) {
    const page = await cityPage(db, after, citiesPerPage)
    if (isOver()) return undefined
    if (!page) break
    days.push(...(await daySums(db, window, page)))
    after = page.last
  }
  const { data_points: total, ...overall } = statisticsOf(addUp(days))
  const top = await mostMeasured(db, window.at, TOP_CITIES)
  return {
    period: `${window.days} days`,
    total_data_points: total,
    overall_stats: overall,
    daily_trends: trendsOf(days),
    top_cities: top.map((city) => ({
      city_id: city.cityId,
      city: city.name,
      country: city.countryCode,
      avg_temperature: rounded(city.temperatureAvgC),
      data_points: city.dataPoints,
    })),
    units: ANALYTICS_UNITS,
    generated_at: window.at.toISOString(),
  }
}

function trendsOf(days: readonly DaySums[]): DailyTrend[] {
  const dates = [...new Set(days.map(({ date }) => date))].sort()
  return dates.map((date) => {
    const ofDate = days.filter((day) => day.date === date)
    const cities = ofDate.reduce((sum, day) => sum + day.cities, 0)
    return { date, ...statisticsOf(addUp(ofDate)), cities }
  })
}
