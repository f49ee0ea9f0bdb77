import { and, asc, count, eq, gte, isNotNull, sql } from 'drizzle-orm'
import type { AgeCount } from '../../domain/analytics/data-freshness.ts'
import type { Queryable } from '../database.ts'
import { cities, conditions, latestConditions, refreshStates } from '../schema/index.ts'
import { judgedAge } from './judged-age.ts'
import { areServed } from './latest-conditions.ts'
import { usualPlan } from './latest-plan.ts'

/** Active cities by age of their conditions, in seconds, as `judgedAge` has it; ages past `maxSeconds` are one. */
export async function conditionAges(
  db: Queryable,
  at: Date,
  maxSeconds: number,
): Promise<AgeCount[]> {
  const judged = judgedAge(at, await usualPlan(db))
  // `least` would skip a null.
  const age = sql<number | null>`case when ${refreshStates.conditionsConfirmedAt} is not null
    then least(${judged}, ${maxSeconds}::int)::int end`
  return db
    .select({ ageSeconds: age.as('age_seconds'), cities: count() })
    .from(cities)
    .leftJoin(refreshStates, eq(refreshStates.cityId, cities.id))
    .where(eq(cities.active, true))
    .groupBy(sql`age_seconds`)
}

/** Active cities, those that were confirmed longest ago first; never confirmed comes before. */
export const stalestCities = (db: Queryable, limit: number) =>
  db
    .select({
      cityId: cities.id,
      name: cities.name,
      countryCode: cities.countryCode,
      confirmedAt: refreshStates.conditionsConfirmedAt,
      temperatureC: conditions.temperatureC,
    })
    .from(cities)
    .leftJoin(refreshStates, eq(refreshStates.cityId, cities.id))
    .leftJoin(latestConditions, eq(latestConditions.cityId, cities.id))
    .leftJoin(conditions, areServed)
    .where(eq(cities.active, true))
    .orderBy(sql`${refreshStates.conditionsConfirmedAt} nulls first`, asc(cities.id))
    .limit(limit)

/** Of the active cities that have weather, the one confirmed longest ago. */
export async function oldestCity(db: Queryable) {
  const [found] = await db
    .select({
      cityId: cities.id,
      name: cities.name,
      countryCode: cities.countryCode,
      confirmedAt: refreshStates.conditionsConfirmedAt,
    })
    .from(refreshStates)
    .innerJoin(cities, eq(cities.id, refreshStates.cityId))
    .where(and(eq(cities.active, true), isNotNull(refreshStates.conditionsConfirmedAt)))
    .orderBy(asc(refreshStates.conditionsConfirmedAt), asc(cities.id))
    .limit(1)
  return found?.confirmedAt ? { ...found, confirmedAt: found.confirmedAt } : null
}

/** Whether an active city has conditions that were confirmed since; ends at the first one. */
export async function isAnyServedSince(db: Queryable, since: Date): Promise<boolean> {
  const found = await db
    .select({ id: refreshStates.cityId })
    .from(refreshStates)
    .innerJoin(cities, eq(cities.id, refreshStates.cityId))
    .where(and(eq(cities.active, true), gte(refreshStates.conditionsConfirmedAt, since)))
    .limit(1)
  return found.length > 0
}
