import { and, asc, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import { NAME_MATCHES, type NameMatch } from '../../domain/city/name-match.ts'
import { trigramsOfBeginning } from '../../domain/text/trigrams.ts'
import type { Queryable } from '../database.ts'
import { cities, cityNames } from '../schema/index.ts'
import type { WorldSearch } from '../world-cities.ts'
import { LISTED_CITY, type ListedCity } from './cities.ts'
import { hasTrigrams } from './name-trigrams.ts'

export interface MatchedStoredCity extends ListedCity {
  readonly match: NameMatch
}

/** The same as `matchOf`, by the place of the match in `NAME_MATCHES`. */
const rankFor = (key: string): SQL => sql`case
  when ${cityNames.nameKey} = ${key} then 0
  when ${cityNames.nameKey} like ${`${key}%`} then 1
  else 2 end`

/** Stored cities with a name that begins so, or has a word that does; the best match first. */
export async function searchStored(
  db: Queryable,
  { key, countryCode, limit }: WorldSearch,
): Promise<MatchedStoredCity[]> {
  const found = db
    .select({ cityId: cityNames.cityId, rank: sql<number>`min(${rankFor(key)})`.as('rank') })
    .from(cityNames)
    .where(
      and(
        hasTrigrams(trigramsOfBeginning(key)),
        or(
          sql`${cityNames.nameKey} like ${`${key}%`}`,
          sql`${cityNames.nameKey} like ${`% ${key}%`}`,
        ),
      ),
    )
    .groupBy(cityNames.cityId)
    .as('found')
  const rows = await db
    .select({ ...LISTED_CITY, rank: found.rank })
    .from(found)
    .innerJoin(cities, eq(cities.id, found.cityId))
    .where(
      countryCode === undefined ? undefined : eq(cities.countryCode, countryCode.toUpperCase()),
    )
    .orderBy(found.rank, sql`${cities.population} desc nulls last`, asc(cities.id))
    .limit(limit)
  return rows.map(({ rank, ...city }) => ({ ...city, match: NAME_MATCHES[rank] ?? 'word_prefix' }))
}

/** Which of these are stored, and whether each is kept fresh. */
export async function activityOf(
  db: Queryable,
  ids: readonly CityId[],
): Promise<ReadonlyMap<CityId, boolean>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: cities.id, active: cities.active })
    .from(cities)
    .where(inArray(cities.id, [...ids]))
  return new Map(rows.map(({ id, active }) => [id, active]))
}
