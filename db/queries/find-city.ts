import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { nameKey } from '../../domain/city/city-name.ts'
import { MAX_CITY_ID, MAX_CITY_NAME_LENGTH, type CityId } from '../../domain/city/city.ts'
import { countryCodeOf } from '../../domain/city/country-name.ts'
import { nearestNames } from '../../domain/text/nearest-names.ts'
import { trigramsOf } from '../../domain/text/trigrams.ts'
import type { Queryable } from '../database.ts'
import { cities, cityNames } from '../schema/index.ts'
import { LISTED_CITY, type ListedCity } from './cities.ts'
import { sharesTrigrams, similarityTo } from './name-trigrams.ts'

export type FoundCity =
  | { readonly kind: 'found'; readonly city: ListedCity }
  /** The most similar names first. */
  | { readonly kind: 'unknown'; readonly suggestions: readonly ListedCity[] }
  /** The most populous first. */
  | { readonly kind: 'ambiguous'; readonly cities: readonly ListedCity[] }

export interface CitySearch {
  /** ISO 3166-1 alpha-2; without it the name may end in a country, `Tokyo, Japan`. */
  readonly countryCode?: string | undefined
  /** Also cities that are not kept fresh. */
  readonly inactiveToo?: boolean
}

export async function cityById(db: Queryable, id: CityId): Promise<ListedCity | undefined> {
  if (!Number.isInteger(id) || id < 1 || id > MAX_CITY_ID) return undefined
  const [city] = await db.select(LISTED_CITY).from(cities).where(eq(cities.id, id))
  return city
}

/** Finds a city by its name; a name that several have is never guessed. */
export async function findCity(
  db: Queryable,
  name: string,
  search: CitySearch = {},
): Promise<FoundCity> {
  for (const { key, countryCode } of readingsOf(name, search.countryCode)) {
    const found = await citiesByKey(db, key, { ...search, countryCode })
    const [city] = found
    if (city === undefined) continue
    return found.length === 1 ? { kind: 'found', city } : { kind: 'ambiguous', cities: found }
  }
  return { kind: 'unknown', suggestions: await suggestionsFor(db, name, search) }
}

/** A way to take a name that somebody typed. */
export interface NameReading {
  readonly key: string
  readonly countryCode: string | undefined
}

/** `Washington, D.C.` is a name, `Tokyo, Japan` a name and a country. */
export function readingsOf(name: string, countryCode: string | undefined): NameReading[] {
  const whole = { key: nameKey(name), countryCode }
  const comma = name.lastIndexOf(',')
  const own = comma < 1 ? undefined : countryCodeOf(name.slice(comma + 1))
  const bare = { key: nameKey(name.slice(0, Math.max(0, comma))), countryCode: countryCode ?? own }
  return (own === undefined ? [whole] : [bare, whole]).filter(({ key }) => key !== '')
}

/** Another spelling counts only where no city has the name itself. */
async function citiesByKey(db: Queryable, key: string, search: CitySearch): Promise<ListedCity[]> {
  const found = await db
    .select({ ...LISTED_CITY, kind: cityNames.kind })
    .from(cityNames)
    .innerJoin(cities, eq(cities.id, cityNames.cityId))
    .where(and(eq(cityNames.nameKey, key), ...conditionsOf(search)))
    .orderBy(sql`${cities.population} desc nulls last`, asc(cities.id))
  const named = found.filter(({ kind }) => kind !== 'spelling')
  return (named.length > 0 ? named : found).map(({ kind: _, ...city }) => city)
}

const conditionsOf = ({ countryCode, inactiveToo = false }: CitySearch): (SQL | undefined)[] => [
  countryCode === undefined ? undefined : eq(cities.countryCode, countryCode.toUpperCase()),
  inactiveToo ? undefined : eq(cities.active, true),
]

const MAX_SUGGESTIONS = 5
/** Of the names that share most with what was asked, these are compared letter by letter. */
const COMPARED = 200

async function suggestionsFor(
  db: Queryable,
  name: string,
  search: CitySearch,
): Promise<ListedCity[]> {
  // What follows a comma is a state or a country that the name may be right without.
  const key = nameKey(name.split(',', 1)[0] ?? '')
  // Longer than any name; comparing it would cost what no answer is worth.
  if (key === '' || key.length > MAX_CITY_NAME_LENGTH) return []
  const compared = await db
    .select({ key: cityNames.nameKey, id: cityNames.cityId })
    .from(cityNames)
    .innerJoin(cities, eq(cities.id, cityNames.cityId))
    .where(and(sharesTrigrams(trigramsOf(key)), ...conditionsOf(search)))
    .orderBy(
      desc(similarityTo(trigramsOf(key))),
      sql`${cities.population} desc nulls last`,
      asc(cities.id),
    )
    .limit(COMPARED)
  return inOrder(db, nearestNames(key, compared).slice(0, MAX_SUGGESTIONS))
}

async function inOrder(db: Queryable, ids: readonly CityId[]): Promise<ListedCity[]> {
  if (ids.length === 0) return []
  const found = await db
    .select(LISTED_CITY)
    .from(cities)
    .where(inArray(cities.id, [...ids]))
  return ids.flatMap((id) => found.find((city) => city.id === id) ?? [])
}
