import { and, asc, count, eq, gt, inArray, sql } from 'drizzle-orm'
import { nameKey } from '../../domain/city-name.ts'
import type { City, CityId } from '../../domain/city.ts'
import type { Database, Queryable } from '../client.ts'
import { cities, refreshStates } from '../schema/index.ts'
import { newRowWins, pagesOf } from './upsert.ts'

const CITY = {
  id: cities.id,
  name: cities.name,
  countryCode: cities.countryCode,
  latitude: cities.latitude,
  longitude: cities.longitude,
  timeZone: cities.timeZone,
  population: cities.population,
}

export type ListedCity = City & { readonly active: boolean }

/** Creates or corrects cities; whether one is active stays what it was. */
export async function importCities(db: Database, rows: readonly City[]): Promise<void> {
  for (const page of pagesOf(rows)) {
    await db.transaction(async (tx) => {
      await tx
        .insert(cities)
        .values(page.map((city) => ({ ...city, nameKey: nameKey(city.name) })))
        .onConflictDoUpdate({ target: cities.id, set: newRowWins(cities, ['id', 'active']) })
      await tx
        .insert(refreshStates)
        .values(page.map(({ id }) => ({ cityId: id })))
        .onConflictDoNothing()
    })
  }
}

export interface CityFilter {
  /** ISO 3166-1 alpha-2. */
  readonly countryCode?: string
  readonly minPopulation?: number
}

/** A page by ascending id; `after` is the last id of the page before. */
export function listCities(
  db: Queryable,
  { after = 0, limit, countryCode, minPopulation }: CityFilter & { after?: CityId; limit: number },
): Promise<ListedCity[]> {
  return db
    .select({ ...CITY, active: cities.active })
    .from(cities)
    .where(
      and(
        gt(cities.id, after),
        countryCode ? eq(cities.countryCode, countryCode.toUpperCase()) : undefined,
        minPopulation ? sql`${cities.population} >= ${minPopulation}` : undefined,
      ),
    )
    .orderBy(asc(cities.id))
    .limit(limit)
}

export async function countCities(db: Queryable): Promise<number> {
  const [row] = await db.select({ total: count() }).from(cities).where(eq(cities.active, true))
  return row?.total ?? 0
}

export async function citiesByIds(db: Queryable, ids: readonly CityId[]): Promise<City[]> {
  const found: City[] = []
  for (const page of pagesOf(ids)) {
    found.push(...(await db.select(CITY).from(cities).where(inArray(cities.id, page))))
  }
  return found
}

/** Every active city of that name, any spelling of case and accents, the most populous first. */
export function citiesByName(db: Queryable, name: string, countryCode?: string): Promise<City[]> {
  return db
    .select(CITY)
    .from(cities)
    .where(
      and(
        eq(cities.nameKey, nameKey(name)),
        eq(cities.active, true),
        countryCode ? eq(cities.countryCode, countryCode.toUpperCase()) : undefined,
      ),
    )
    .orderBy(sql`${cities.population} desc nulls last`, asc(cities.id))
}
