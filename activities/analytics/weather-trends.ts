import type { Database } from '../../db/database.ts'
import {
  daySums,
  mostMeasured,
  type DaysWindow,
  type DaySums,
} from '../../db/queries/city-analytics.ts'
import { cityPage } from '../../db/queries/city-pages.ts'
import type { DailyTrend, WeatherTrends } from '../../domain/analytics/analytics-overview.ts'
import { addUp, statisticsOf } from '../../domain/analytics/weather-sums.ts'

const TOP_CITIES = 10

/** Reads page by page; undefined when `isPastDeadline` said between two of them that there is no time. */
export async function readWeatherTrends(
  db: Database,
  window: DaysWindow,
  citiesPerPage: number,
  isPastDeadline: () => boolean,
): Promise<WeatherTrends | undefined> {
  const days: DaySums[] = []
  let after = 0
  for (;;) {
    const page = await cityPage(db, after, citiesPerPage)
    if (isPastDeadline()) return undefined
    if (!page) break
    days.push(...(await daySums(db, window, page)))
    after = page.last
  }
  return {
    days: window.days,
    overall: statisticsOf(addUp(days)),
    daily: trendsOf(days),
    topCities: await mostMeasured(db, window.at, TOP_CITIES),
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
