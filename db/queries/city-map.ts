import { asc, eq, sql } from 'drizzle-orm'
import type { Database, Queryable } from '../database.ts'
import { cities } from '../schema/index.ts'
import { timestamptz } from './timestamptz.ts'
import { executeWithoutJit } from './without-jit.ts'

/** Changes whenever a city joins or leaves the active ones, or moves. */
export async function citySetVersion(db: Queryable): Promise<string> {
  const [found] = await db
    .select({
      version: sql<string>`concat_ws('-', count(*), coalesce(sum(${cities.id}::bigint), 0),
        coalesce(floor(extract(epoch from max(${cities.updatedAt})) * 1000), 0))`,
    })
    .from(cities)
    .where(eq(cities.active, true))
  return found?.version ?? ''
}

/** Active cities by ascending id. */
export const cityPlaces = (db: Queryable) =>
  db
    .select({ id: cities.id, latitude: cities.latitude, longitude: cities.longitude })
    .from(cities)
    .where(eq(cities.active, true))
    .orderBy(asc(cities.id))

/**
 * Whole minutes since the conditions of each active city were confirmed, by ascending id; null
 * where they never were. As one value, because a row for each takes three times as long.
 */
export async function cityAges(
  db: Database,
  at: Date,
  maxMinutes: number,
): Promise<(number | null)[]> {
  const [row] = await executeWithoutJit<{ minutes: (number | null)[] | null }>(
    db,
    sql`
    select json_agg(
      case when confirmed_at is not null then
        least(greatest(floor(extract(epoch from ${timestamptz(at)} - confirmed_at) / 60), 0),
          ${maxMinutes}::int)::int
      end order by id) as minutes
    from (
      select cities.id, refresh_states.conditions_confirmed_at as confirmed_at
      from cities left join refresh_states on refresh_states.city_id = cities.id
      where cities.active
    ) as active`,
  )
  return row?.minutes ?? []
}
