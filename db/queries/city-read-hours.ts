import { asc, countDistinct, desc, eq, gte, sql, sum } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import { cities, cityReadHours } from '../schema/index.ts'

/** Reads by hour, from the hour that begins at `since`; an hour without reads is absent. */
export const readsByHour = (db: Queryable, since: Date) =>
  db
    .select({ hour: cityReadHours.hour, requests: sum(cityReadHours.reads).mapWith(Number) })
    .from(cityReadHours)
    .where(gte(cityReadHours.hour, since))
    .groupBy(cityReadHours.hour)
    .orderBy(asc(cityReadHours.hour))

/** Reads of all cities by the hour of their local day, 24 numbers. */
export async function readsByLocalHour(db: Queryable, since: Date): Promise<number[]> {
  const hour = sql<number>`extract(hour from ${cityReadHours.hour} at time zone ${cities.timeZone})::int`
  const rows = await db
    .select({ hour: hour.mapWith(Number), reads: sum(cityReadHours.reads).mapWith(Number) })
    .from(cityReadHours)
    .innerJoin(cities, eq(cities.id, cityReadHours.cityId))
    .where(gte(cityReadHours.hour, since))
    .groupBy(sql`1`)
  const byHour = new Map(rows.map((row) => [row.hour, row.reads]))
  return Array.from({ length: 24 }, (_, one) => byHour.get(one) ?? 0)
}

export async function citiesRead(db: Queryable, since: Date): Promise<number> {
  const [row] = await db
    .select({ cities: countDistinct(cityReadHours.cityId) })
    .from(cityReadHours)
    .where(gte(cityReadHours.hour, since))
  return row?.cities ?? 0
}

/** The cities with the most reads from the hour that begins at `since`. */
export function mostRead(db: Queryable, since: Date, limit: number) {
  const requests = sum(cityReadHours.reads)
  return db
    .select({
      cityId: cities.id,
      name: cities.name,
      countryCode: cities.countryCode,
      requests: requests.mapWith(Number),
    })
    .from(cityReadHours)
    .innerJoin(cities, eq(cities.id, cityReadHours.cityId))
    .where(gte(cityReadHours.hour, since))
    .groupBy(cities.id)
    .orderBy(desc(requests), asc(cities.id))
    .limit(limit)
}
