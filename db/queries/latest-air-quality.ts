import { desc, inArray } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import type { StoredAirQuality } from '../../domain/weather/reading.ts'
import type { Queryable } from '../database.ts'
import { airQuality } from '../schema/index.ts'

/** The newest air quality of each city; a city without any is absent. */
export async function latestAirQualityOf(
  db: Queryable,
  cityIds: readonly CityId[],
): Promise<StoredAirQuality[]> {
  if (cityIds.length === 0) return []
  return db
    .selectDistinctOn([airQuality.cityId])
    .from(airQuality)
    .where(inArray(airQuality.cityId, [...cityIds]))
    .orderBy(airQuality.cityId, desc(airQuality.validAt), desc(airQuality.confirmedAt))
}
