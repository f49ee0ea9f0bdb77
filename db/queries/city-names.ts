import { gt, asc, inArray } from 'drizzle-orm'
import { nameKey, otherKeys } from '../../domain/city/city-name.ts'
import type { City } from '../../domain/city/city.ts'
import { trigramsOf } from '../../domain/text/trigrams.ts'
import { alternateNames } from '../alternate-names.ts'
import type { Database, Queryable } from '../database.ts'
import { cities, cityNames, installation } from '../schema/index.ts'
import { CITY_NAME_KINDS, type CityNameKind } from '../schema/city-names.ts'
import { pagesOf } from './upsert.ts'

type CityToName = Pick<City, 'id' | 'name'>

const CITIES_PER_PAGE = 1_000

/** Makes the names by which these cities are found again. */
export async function renewNames(db: Queryable, named: readonly CityToName[]): Promise<void> {
  const alternates = await alternateNames()
  const ids = named.map(({ id }) => id)
  await db.delete(cityNames).where(inArray(cityNames.cityId, ids))
  const rows = named.flatMap((city) => rowsOf(city, alternates.of(city.id)))
  for (const page of pagesOf(rows, CITIES_PER_PAGE)) {
    await db.insert(cityNames).values(page).onConflictDoNothing()
  }
}

function rowsOf({ id, name }: CityToName, others: readonly string[]) {
  const keys: Readonly<Record<CityNameKind, readonly string[]>> = {
    own: [nameKey(name)],
    alternate: others.map(nameKey),
    spelling: [name, ...others].flatMap(otherKeys),
  }
  const kinds = new Map<string, CityNameKind>()
  for (const kind of CITY_NAME_KINDS) {
    for (const key of keys[kind]) if (!kinds.has(key)) kinds.set(key, kind)
  }
  return [...kinds].map(([key, kind]) => ({
    cityId: id,
    nameKey: key,
    kind,
    trigrams: trigramsOf(key),
  }))
}

/** Makes the names of all cities again when the way to make them has changed since. */
export async function keepNamesCurrent(db: Database): Promise<void> {
  const { version } = await alternateNames()
  const [stamp] = await db.select({ made: installation.cityNames }).from(installation)
  if (stamp === undefined || stamp.made === version) return
  await db.transaction(async (tx) => {
    for (let after = 0; ;) {
      const page = await tx
        .select({ id: cities.id, name: cities.name })
        .from(cities)
        .where(gt(cities.id, after))
        .orderBy(asc(cities.id))
        .limit(CITIES_PER_PAGE)
      const last = page.at(-1)
      if (last === undefined) break
      await renewNames(tx, page)
      after = last.id
    }
    await tx.update(installation).set({ cityNames: version })
  })
}
