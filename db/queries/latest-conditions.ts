import { and, desc, eq, getTableColumns, inArray } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { StoredConditions } from '../../domain/weather/reading.ts'
import type { Queryable } from '../database.ts'
import { conditions, latestConditions } from '../schema/index.ts'
import { pagesOf } from './upsert.ts'

/** Of all conditions, those that `latest_conditions` points to. */
export const areServed = and(
  eq(conditions.cityId, latestConditions.cityId),
  eq(conditions.provider, latestConditions.provider),
  eq(conditions.validAt, latestConditions.validAt),
)

/** The conditions that are served for each city; a city without any is absent. */
export async function latestConditionsOf(
  db: Queryable,
  cityIds: readonly CityId[],
): Promise<StoredConditions[]> {
  if (cityIds.length === 0) return []
  return db
    .select(getTableColumns(conditions))
    .from(latestConditions)
    .innerJoin(conditions, areServed)
    .where(inArray(latestConditions.cityId, [...cityIds]))
}

/** The newest conditions that a provider has given for a city, whether they are served or not. */
export async function newestConditionsFrom(
  db: Queryable,
  cityId: CityId,
  provider: ProviderId,
): Promise<StoredConditions | undefined> {
  const [row] = await db
    .select()
    .from(conditions)
    .where(and(eq(conditions.cityId, cityId), eq(conditions.provider, provider)))
    .orderBy(desc(conditions.validAt))
    .limit(1)
  return row
}

/** When the conditions that are served are valid; a city without any is absent. */
export async function latestMoments(
  db: Queryable,
  cityIds: readonly CityId[],
): Promise<Map<CityId, Date>> {
  const moments = new Map<CityId, Date>()
  for (const page of pagesOf(cityIds)) {
    const rows = await db
      .select({ cityId: latestConditions.cityId, validAt: latestConditions.validAt })
      .from(latestConditions)
      .where(inArray(latestConditions.cityId, page))
    for (const { cityId, validAt } of rows) moments.set(cityId, validAt)
  }
  return moments
}
