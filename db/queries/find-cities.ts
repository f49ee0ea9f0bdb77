import { and, eq, getTableColumns, inArray } from 'drizzle-orm'
import { union } from 'drizzle-orm/pg-core'
import type { CityId } from '../../domain/city/city.ts'
import type { StoredConditions } from '../../domain/weather/reading.ts'
import type { Database } from '../database.ts'
import { cities, cityNames, conditions, latestConditions } from '../schema/index.ts'
import { LISTED_CITY, type ListedCity } from './cities.ts'
import { readingsOf, type FoundCity, type NameReading } from './find-city.ts'
import { areServed } from './latest-conditions.ts'

export interface WantedCities {
  readonly ids: readonly CityId[]
  readonly names: readonly string[]
}

export interface FoundCities {
  readonly cities: ReadonlyMap<CityId, ListedCity>
  /** Those that are served; a city without any is absent. */
  readonly conditions: ReadonlyMap<CityId, StoredConditions>
  /** For the names that were wanted; nothing is suggested for an unknown one. */
  readonly byName: (name: string) => FoundCity
}

/** Many cities with their conditions in one query, names by the rules of `findCity`. */
export async function findCities(db: Database, { ids, names }: WantedCities): Promise<FoundCities> {
  const keys = names.flatMap((name) => readingsOf(name, undefined).map(({ key }) => key))
  const rows = await select(db, ids, keys)
  const ranked = [...rows].sort((one, other) => byPopulation(one.city, other.city))
  const entries = rows.flatMap((row) => (row.conditions ? [row.conditions] : []))
  return {
    cities: new Map(rows.map(({ city }) => [city.id, city])),
    conditions: new Map(entries.map((entry) => [entry.cityId, entry])),
    byName: (name) => foundAmong(ranked, name),
  }
}

type Row = Awaited<ReturnType<typeof select>>[number]

function select(db: Database, ids: readonly CityId[], keys: readonly string[]) {
  const isNamed = inArray(cityNames.nameKey, [...new Set(keys)])
  const wanted = union(
    db
      .select({ id: cities.id })
      .from(cities)
      .where(inArray(cities.id, [...ids])),
    db.select({ id: cityNames.cityId }).from(cityNames).where(isNamed),
  )
  return db
    .select({
      city: LISTED_CITY,
      name: { key: cityNames.nameKey, kind: cityNames.kind },
      conditions: getTableColumns(conditions),
    })
    .from(cities)
    .leftJoin(cityNames, and(eq(cityNames.cityId, cities.id), isNamed))
    .leftJoin(latestConditions, eq(latestConditions.cityId, cities.id))
    .leftJoin(conditions, areServed)
    .where(inArray(cities.id, wanted))
}

/** A city that is not kept fresh is meant only where none that is has the name. */
function foundAmong(rows: readonly Row[], name: string): FoundCity {
  const active = rows.filter(({ city }) => city.active)
  for (const candidates of [active, rows]) {
    for (const reading of readingsOf(name, undefined)) {
      const found = citiesOf(candidates, reading)
      const [city] = found
      if (city === undefined) continue
      return found.length === 1 ? { kind: 'found', city } : { kind: 'ambiguous', cities: found }
    }
  }
  return { kind: 'unknown', suggestions: [] }
}

/** Another spelling counts only where no city has the name itself. */
function citiesOf(rows: readonly Row[], { key, countryCode }: NameReading): ListedCity[] {
  const found = rows.filter(
    ({ city, name }) =>
      name?.key === key &&
      (countryCode === undefined || city.countryCode === countryCode.toUpperCase()),
  )
  const named = found.filter(({ name }) => name?.kind !== 'spelling')
  return (named.length > 0 ? named : found).map(({ city }) => city)
}

const byPopulation = (one: ListedCity, other: ListedCity): number =>
  (other.population ?? -1) - (one.population ?? -1) || one.id - other.id
