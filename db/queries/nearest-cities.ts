import { and, asc, gte, lte, sql } from 'drizzle-orm'
import { distanceKm } from '../../domain/weather/station-distance.ts'
import type { Queryable } from '../database.ts'
import { cities } from '../schema/index.ts'
import { LISTED_CITY, type ListedCity } from './cities.ts'

export interface NearCity extends ListedCity {
  readonly distanceKm: number
}

export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** Half as wide as the band of latitude that is looked through; a wider one only where it is too small. */
const BANDS_DEGREES = [1, 10, 180] as const

/** The stored cities nearest to a place, along the great circle. */
export async function nearestCities(
  db: Queryable,
  point: Point,
  limit: number,
): Promise<NearCity[]> {
  let found: NearCity[] = []
  for (const band of BANDS_DEGREES) {
    found = await nearestInBand(db, point, band, limit)
    // No city outside the band is nearer than its edge.
    const edgeKm = distanceKm(
      { latitude: 0, longitude: 0 },
      { latitude: Math.min(band, 90), longitude: 0 },
    )
    const last = found.at(-1)
    if (found.length === limit && last !== undefined && last.distanceKm <= edgeKm) break
  }
  return found
}

async function nearestInBand(
  db: Queryable,
  point: Point,
  band: number,
  limit: number,
): Promise<NearCity[]> {
  const { latitude, longitude } = point
  // The haversine of the angle between the two: it grows with the distance, and is the cheaper.
  const haversine = sql`power(sind((${cities.latitude} - ${latitude}::float8) / 2), 2)
    + cosd(${cities.latitude}) * cosd(${latitude}::float8)
    * power(sind((${cities.longitude} - ${longitude}::float8) / 2), 2)`
  const rows = await db
    .select(LISTED_CITY)
    .from(cities)
    .where(and(gte(cities.latitude, latitude - band), lte(cities.latitude, latitude + band)))
    .orderBy(haversine, asc(cities.id))
    .limit(limit)
  return rows.map((city) => ({ ...city, distanceKm: distanceKm(city, point) }))
}
