import { and, eq, getTableColumns, inArray } from 'drizzle-orm'
import type { CityId } from '../../domain/city.ts'
import type { Queryable } from '../client.ts'
import { conditions, latestConditions } from '../schema/index.ts'

export type StoredConditions = typeof conditions.$inferSelect

/** The conditions that are served for each city; a city without any is absent. */
export async function latestConditionsOf(
  db: Queryable,
  cityIds: readonly CityId[],
): Promise<StoredConditions[]> {
  if (cityIds.length === 0) return []
  return db
    .select(getTableColumns(conditions))
    .from(latestConditions)
    .innerJoin(
      conditions,
      and(
        eq(conditions.cityId, latestConditions.cityId),
        eq(conditions.provider, latestConditions.provider),
        eq(conditions.validAt, latestConditions.validAt),
      ),
    )
    .where(inArray(latestConditions.cityId, [...cityIds]))
}
