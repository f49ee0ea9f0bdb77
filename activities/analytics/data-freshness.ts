import type { Database } from '../../db/client.ts'
import { conditionAges, stalestCities } from '../../db/queries/overview.ts'
import type { DataFreshness } from '../../domain/analytics-overview.ts'
import {
  bucketsOf,
  freshnessGrade,
  freshnessRecommendations,
  freshnessScore,
} from '../../domain/data-freshness.ts'
import { ageSeconds, freshnessOf } from '../../domain/freshness.ts'

/** As many as a page can show. */
const CITY_DETAILS = 100

/** Every age past the oldest bucket is the same to it. */
const MOST_SECONDS = 7 * 3600

export async function readDataFreshness(db: Database, at: Date): Promise<DataFreshness> {
  const ages = await conditionAges(db, at, MOST_SECONDS)
  const total = ages.reduce((sum, { cities }) => sum + cities, 0)
  const buckets = bucketsOf(ages)
  const score = freshnessScore(buckets)
  const stalest = await stalestCities(db, CITY_DETAILS)
  return {
    total_cities: total,
    freshness_breakdown: buckets,
    freshness_score: score,
    freshness_grade: freshnessGrade(score),
    city_details: stalest.map(({ cityId, name, countryCode, confirmedAt, temperatureC }) => {
      const age = confirmedAt && ageSeconds(confirmedAt, at)
      return {
        city_id: cityId,
        city: name,
        country: countryCode,
        last_update: confirmedAt?.toISOString() ?? null,
        age_minutes: age === null ? null : Math.round(age / 6) / 10,
        status: freshnessOf(age),
        temperature: temperatureC,
      }
    }),
    city_details_omitted: total - stalest.length,
    recommendations: freshnessRecommendations(buckets),
    generated_at: at.toISOString(),
  }
}
