import type { Database } from '../../db/database.ts'
import { conditionAges, stalestCities } from '../../db/queries/condition-ages.ts'
import type { DataFreshness } from '../../domain/analytics/analytics-overview.ts'
import {
  bucketsOf,
  citiesIn,
  freshnessGrade,
  freshnessScore,
} from '../../domain/analytics/data-freshness.ts'
import { ageSeconds, freshnessOf, OLDEST_BUCKET_S } from '../../domain/weather/freshness.ts'

/** As many as a page can show. */
const CITY_DETAILS = 100

export async function readDataFreshness(db: Database, at: Date): Promise<DataFreshness> {
  const ages = await conditionAges(db, at, OLDEST_BUCKET_S)
  const buckets = bucketsOf(ages)
  const score = freshnessScore(buckets)
  const stalest = await stalestCities(db, CITY_DETAILS)
  return {
    totalCities: citiesIn(buckets),
    buckets,
    score,
    grade: freshnessGrade(score),
    stalestCities: stalest.map((city) => {
      const age = city.confirmedAt && ageSeconds(city.confirmedAt, at)
      return { ...city, ageSeconds: age, freshness: freshnessOf(age) }
    }),
  }
}
