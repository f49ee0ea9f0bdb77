import { eq, min, sql } from 'drizzle-orm'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import type { Database, Queryable } from '../database.ts'
import { conditions, rollupProgress } from '../schema/index.ts'
import { within, type CityPage } from './city-pages.ts'
import { executeWithoutJit } from './without-jit.ts'
import { timestamptz } from './timestamptz.ts'

const ROLLUP = 'condition_hours'

/** Up to which moment conditions are rolled up; undefined before the first time. */
export async function rolledUpTo(db: Queryable): Promise<Date | undefined> {
  const [row] = await db.select().from(rollupProgress).where(eq(rollupProgress.rollup, ROLLUP))
  return row?.upTo
}

/** Never moves back: of two runs at once the one that is ahead counts. */
export async function saveRolledUpTo(db: Queryable, upTo: Date): Promise<void> {
  await db
    .insert(rollupProgress)
    .values({ rollup: ROLLUP, upTo })
    .onConflictDoUpdate({
      target: rollupProgress.rollup,
      set: { upTo: sql`greatest(${rollupProgress.upTo}, excluded.up_to)` },
    })
}

/** What the oldest conditions that are kept describe. */
export async function oldestConditionsAt(db: Queryable): Promise<Date | undefined> {
  const [row] = await db.select({ oldest: min(conditions.validAt) }).from(conditions)
  return row?.oldest ?? undefined
}

/** Hours, as cities' clocks strike them, that begin at `from` or later and before `to`. */
export interface HourRange {
  readonly from: Date
  readonly to: Date
}

/** Recomputes the sums of these hours. Returns how many hours changed. */
export async function rollUpHours(db: Database, range: HourRange, page: CityPage): Promise<number> {
  const written = await executeWithoutJit(db, rollUpStatement(range, page))
  return written.count
}

/**
 * Looks each city's readings up by the primary key, provider by provider, so that none outside the
 * range is read; `offset 0` keeps the planner from turning that into a scan of the table. In order
 * of the key, so that two runs at once cannot deadlock.
 */
export const rollUpStatement = ({ from, to }: HourRange, page: CityPage) => {
  const [start, end] = [timestamptz(from), timestamptz(to)]
  return sql`
    insert into condition_hours (city_id, hour, samples,
      temperature_samples, temperature_sum_c, temperature_min_c, temperature_max_c,
      humidity_samples, relative_humidity_sum_pct)
    select city_id, hour, count(*),
      count(temperature_c), coalesce(sum(temperature_c), 0), min(temperature_c), max(temperature_c),
      count(relative_humidity_pct), coalesce(sum(relative_humidity_pct), 0)
    from (
      select cities.id as city_id, date_trunc('hour', valid_at, cities.time_zone) as hour,
        temperature_c, relative_humidity_pct
      from cities
      cross join unnest(${sql.param(`{${PROVIDER_IDS.join(',')}}`)}::text[]) as known(provider)
      cross join lateral (
        select valid_at, temperature_c, relative_humidity_pct
        from conditions
        where city_id = cities.id and provider = known.provider
          and valid_at >= ${start} and valid_at < ${end} + interval '1 hour'
        offset 0
      ) readings
      where ${within('cities.id', page)}
    ) readings_of_hours
    where hour >= ${start} and hour < ${end}
    group by city_id, hour
    order by city_id, hour
    on conflict (city_id, hour) do update set
      samples = excluded.samples,
      temperature_samples = excluded.temperature_samples,
      temperature_sum_c = excluded.temperature_sum_c,
      temperature_min_c = excluded.temperature_min_c,
      temperature_max_c = excluded.temperature_max_c,
      humidity_samples = excluded.humidity_samples,
      relative_humidity_sum_pct = excluded.relative_humidity_sum_pct
    where (condition_hours.*) is distinct from (excluded.*)`
}
