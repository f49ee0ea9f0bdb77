import { asc, eq, sql } from 'drizzle-orm'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { Database, Queryable } from '../database.ts'
import { cities } from '../schema/index.ts'
import { judgedAge } from './judged-age.ts'
import { usualPlan } from './latest-plan.ts'
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
 * Whole minutes since the conditions of each active city were confirmed, as they are judged, by
 * ascending id; null
 * where they never were. As one value, because a row for each takes three times as long.
 */
export async function cityAges(
  db: Database,
  at: Date,
  maxMinutes: number,
): Promise<(number | null)[]> {
  const age = judgedAge(at, await usualPlan(db))
  const [row] = await executeWithoutJit<{ minutes: (number | null)[] | null }>(
    db,
    sql`
    select json_agg(
      case when seconds is not null then least(floor(seconds / 60), ${maxMinutes}::int)::int end
      order by id) as minutes
    from (
      select cities.id, ${age} as seconds
      from cities left join refresh_states on refresh_states.city_id = cities.id
      where cities.active
    ) as active`,
  )
  return row?.minutes ?? []
}

/**
 * What the latest conditions of each active city say, by ascending id: their temperature in whole
 * degrees and who gave them; null where there are none. As two values, as ages are one.
 */
export async function cityLatest(db: Database) {
  const [row] = await executeWithoutJit<{
    temperature: (number | null)[] | null
    provider: (ProviderId | null)[] | null
  }>(
    db,
    sql`
    select json_agg(round(temperature_c)::int order by id) as temperature,
      json_agg(provider order by id) as provider
    from (
      select cities.id, latest.provider, conditions.temperature_c
      from cities
        left join latest_conditions as latest on latest.city_id = cities.id
        left join conditions on conditions.city_id = latest.city_id
          and conditions.provider = latest.provider and conditions.valid_at = latest.valid_at
      where cities.active
    ) as active`,
  )
  return { temperature: row?.temperature ?? [], provider: row?.provider ?? [] }
}
