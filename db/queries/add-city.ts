import { and, eq, gte, max, sql } from 'drizzle-orm'
import { nameKey } from '../../domain/city/city-name.ts'
import { FIRST_OWN_CITY_ID, type City, type CityId } from '../../domain/city/city.ts'
import type { Database, Queryable } from '../database.ts'
import { cities, cityNames } from '../schema/index.ts'
import { SAME_PLACE_DEGREES, storePage } from './cities.ts'

export interface AddedCity {
  readonly id: CityId
  readonly isNew: boolean
}

/** A place without an id gets one of ours. */
export type NewCity = Omit<City, 'id'> & { readonly id?: CityId | undefined }

/** Of two that add the same place at once, the second finds the first's. */
const ADDING_LOCK = 2_470_010

/** Adds a city unless it is stored: by its id, or by its name at the same place. Changes none. */
export const addCity = (db: Database, city: NewCity): Promise<AddedCity> =>
  db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${ADDING_LOCK})`)
    const stored = await storedId(tx, city)
    if (stored !== undefined) return { id: stored, isNew: false }
    const id = city.id ?? (await nextOwnId(tx))
    await storePage(tx, [{ ...city, id }])
    return { id, isNew: true }
  })

async function storedId(tx: Queryable, { id, ...place }: NewCity): Promise<CityId | undefined> {
  const { name, countryCode, latitude, longitude } = place
  const isSame =
    id === undefined
      ? and(
          eq(cityNames.nameKey, nameKey(name)),
          eq(cities.countryCode, countryCode),
          sql`abs(${cities.latitude} - ${latitude}::float8) < ${SAME_PLACE_DEGREES}`,
          sql`abs(${cities.longitude} - ${longitude}::float8) < ${SAME_PLACE_DEGREES}`,
        )
      : eq(cities.id, id)
  const [found] = await tx
    .select({ id: cities.id })
    .from(cities)
    .innerJoin(cityNames, eq(cityNames.cityId, cities.id))
    .where(isSame)
    .limit(1)
  return found?.id
}

async function nextOwnId(tx: Queryable): Promise<CityId> {
  const [row] = await tx
    .select({ last: max(cities.id) })
    .from(cities)
    .where(gte(cities.id, FIRST_OWN_CITY_ID))
  return row?.last == null ? FIRST_OWN_CITY_ID : row.last + 1
}
