import { and, asc, count, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { City, CityId } from '../../domain/city/city.ts'
import type { Database, Queryable } from '../database.ts'
import { cities, refreshStates } from '../schema/index.ts'
import { renewNames } from './city-names.ts'
import { newRowWins, pagesOf } from './upsert.ts'

export const CITY = {
  id: cities.id,
  name: cities.name,
  countryCode: cities.countryCode,
  latitude: cities.latitude,
  longitude: cities.longitude,
  timeZone: cities.timeZone,
  population: cities.population,
  elevationM: cities.elevationM,
}

export const LISTED_CITY = { ...CITY, active: cities.active }

export type ListedCity = City & { readonly active: boolean }

/** A file without heights leaves those that are stored. */
const CORRECTED = {
  ...newRowWins(cities, [
    'id',
    'active',
    'promisedMinutes',
    'elevationM',
    'createdAt',
    'updatedAt',
  ]),
  elevationM: sql`coalesce(excluded.elevation_m, ${cities.elevationM})`,
  updatedAt: sql`now()`,
}

const IS_CORRECTION = sql`(cities.name, cities.country_code, cities.latitude, cities.longitude,
    cities.time_zone, cities.population, cities.elevation_m)
  is distinct from (excluded.name, excluded.country_code, excluded.latitude, excluded.longitude,
    excluded.time_zone, excluded.population, coalesce(excluded.elevation_m, cities.elevation_m))`

/** Creates or corrects cities; whether one is active stays what it was. */
export async function importCities(db: Database, rows: readonly City[]): Promise<void> {
  for (const page of pagesOf(rows)) await db.transaction((tx) => storePage(tx, page))
}

/** A page of one transaction. */
export async function storePage(tx: Queryable, page: readonly City[]): Promise<void> {
  await tx
    .insert(cities)
    .values([...page])
    .onConflictDoUpdate({ target: cities.id, set: CORRECTED, setWhere: IS_CORRECTION })
  await renewNames(tx, page)
  await tx
    .insert(refreshStates)
    .values(page.map(({ id }) => ({ cityId: id })))
    .onConflictDoNothing()
}

/** A city of the same id or name that is farther away than this is another one. */
export const SAME_PLACE_DEGREES = 0.05

/** Fills in heights that are missing, such as those of cities stored before heights were. */
export async function fillElevations(db: Database, known: readonly City[]): Promise<void> {
  const rows = known.map(({ id, latitude, longitude, elevationM = null }) => {
    return { id, latitude, longitude, elevationM }
  })
  await db.execute(sql`
    update cities c set elevation_m = k."elevationM"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as k(id integer, latitude float8, longitude float8, "elevationM" integer)
    where c.id = k.id and c.elevation_m is null
      and abs(c.latitude - k.latitude) < ${SAME_PLACE_DEGREES}
      and abs(c.longitude - k.longitude) < ${SAME_PLACE_DEGREES}`)
}

export async function isAnyElevationMissing(db: Queryable): Promise<boolean> {
  const missing = db.select({ id: cities.id }).from(cities).where(isNull(cities.elevationM))
  return (await missing.limit(1)).length > 0
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
    .select(LISTED_CITY)
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
