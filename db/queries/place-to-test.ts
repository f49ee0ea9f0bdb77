import { and, desc, eq, inArray } from 'drizzle-orm'
import type { CityId, Place } from '../../domain/city/city.ts'
import type { Queryable } from '../database.ts'
import { cities } from '../schema/index.ts'

/** The named city, or else the most populous one of these countries. */
export async function placeToTest(
  db: Queryable,
  { cityId, countryCodes }: { cityId?: CityId; countryCodes?: readonly string[] },
): Promise<Place | undefined> {
  const { id, latitude, longitude, countryCode, timeZone } = cities
  const wanted =
    cityId === undefined
      ? and(eq(cities.active, true), countryCodes && inArray(countryCode, [...countryCodes]))
      : eq(id, cityId)
  const [place] = await db
    .select({ id, latitude, longitude, countryCode, timeZone })
    .from(cities)
    .where(wanted)
    .orderBy(desc(cities.population), id)
    .limit(1)
  return place
}
