import { and, asc, count, countDistinct, desc, eq, gte, sql, sum } from 'drizzle-orm'
import type { AgeCount } from '../../domain/data-freshness.ts'
import type { Queryable } from '../client.ts'
import {
  analyticsReports,
  cities,
  cityReadHours,
  conditions,
  latestConditions,
  refreshStates,
} from '../schema/index.ts'
import { newRowWins } from './upsert.ts'

/** Reads by hour, from the hour that begins at `since`; an hour without reads is absent. */
export const readsByHour = (db: Queryable, since: Date) =>
  db
    .select({ hour: cityReadHours.hour, requests: sum(cityReadHours.reads).mapWith(Number) })
    .from(cityReadHours)
    .where(gte(cityReadHours.hour, since))
    .groupBy(cityReadHours.hour)
    .orderBy(asc(cityReadHours.hour))

export async function citiesRead(db: Queryable, since: Date): Promise<number> {
  const [row] = await db
    .select({ cities: countDistinct(cityReadHours.cityId) })
    .from(cityReadHours)
    .where(gte(cityReadHours.hour, since))
  return row?.cities ?? 0
}

export function mostRead(db: Queryable, since: Date, limit: number) {
  const requests = sum(cityReadHours.reads)
  return db
    .select({
      city_id: cities.id,
      city: cities.name,
      country: cities.countryCode,
      requests: requests.mapWith(Number),
    })
    .from(cityReadHours)
    .innerJoin(cities, eq(cities.id, cityReadHours.cityId))
    .where(gte(cityReadHours.hour, since))
    .groupBy(cities.id)
    .orderBy(desc(requests), asc(cities.id))
    .limit(limit)
}

/** Active cities by age of their conditions, in seconds; ages past `mostSeconds` are one. */
export async function conditionAges(
  db: Queryable,
  at: Date,
  mostSeconds: number,
): Promise<AgeCount[]> {
  const since = sql`extract(epoch from ${at.toISOString()}::timestamptz - ${refreshStates.conditionsConfirmedAt})`
  // As `ageSeconds` of domain/freshness.ts has it. `least` and `greatest` would skip a null.
  const age = sql<number | null>`case when ${refreshStates.conditionsConfirmedAt} is not null
    then least(greatest(floor(${since} + 0.5), 0), ${mostSeconds}::int)::int end`
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
    .leftJoin(
      conditions,
      and(
        eq(conditions.cityId, latestConditions.cityId),
        eq(conditions.provider, latestConditions.provider),
        eq(conditions.validAt, latestConditions.validAt),
      ),
    )
    .where(eq(cities.active, true))
    .orderBy(sql`${refreshStates.conditionsConfirmedAt} nulls first`, asc(cities.id))
    .limit(limit)

export async function saveReport(
  db: Queryable,
  row: typeof analyticsReports.$inferInsert,
): Promise<void> {
  await db
    .insert(analyticsReports)
    .values(row)
    .onConflictDoUpdate({
      target: analyticsReports.runId,
      set: newRowWins(analyticsReports, ['runId']),
    })
}

/** The newest overview as it was stored, by whichever version of this program. */
export async function newestReport(db: Queryable): Promise<unknown> {
  const [row] = await db
    .select({ report: analyticsReports.report })
    .from(analyticsReports)
    .orderBy(desc(analyticsReports.generatedAt))
    .limit(1)
  return row?.report
}
