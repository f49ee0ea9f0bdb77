import { sql, type SQL } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import {
  JUMP_BOUNDS,
  JUMP_MINUTES,
  STILL_HOURS,
  type Track,
  type TrackedValues,
} from '../../domain/weather/value-flags.ts'
import type { Queryable } from '../database.ts'

/** In ms since 1970. */
type Moment = number | null

export interface TrackRow extends Record<string, unknown> {
  readonly city_id: number
  readonly provider: ProviderId
  readonly valid_at: number
  readonly t: number | null
  readonly p: number | null
  readonly t1: number | null
  readonly p1: number | null
  readonly at1: Moment
  readonly t2: number | null
  readonly p2: number | null
  readonly at2: Moment
  readonly t_since: Moment
  readonly p_since: Moment
  readonly all_since: Moment
}

const ms = (at: SQL): SQL => sql`(extract(epoch from ${at}) * 1000)::float8`

/**
 * The first row since which something has not changed, within the time that is looked at; null where
 * it was asked for less than hourly, which shows nothing.
 */
const sameSince = (differs: SQL, hours: number): SQL => sql`(
  select case when count(*) > ${hours}::int then min(s.valid_at) end from conditions s
  where s.city_id = l.city_id and s.provider = l.provider and s.valid_at <= l.valid_at
    and s.valid_at > coalesce((
      select d.valid_at from conditions d
      where d.city_id = l.city_id and d.provider = l.provider and d.valid_at < l.valid_at
        and d.valid_at >= l.valid_at - ${`${String(hours + 1)} hours`}::interval and ${differs}
      order by d.valid_at desc limit 1
    ), l.valid_at - ${`${String(hours + 1)} hours`}::interval)
)`

const isOther = (field: SQL): SQL => sql`d.${field} is distinct from c.${field}`

const T = sql`temperature_c`
const P = sql`pressure_msl_hpa`
const ALL = sql`(${isOther(T)} or ${isOther(P)} or ${isOther(sql`relative_humidity_pct`)} or ${isOther(sql`wind_speed_kmh`)})`

const before = (place: number): SQL => sql`(
  select b.valid_at, b.temperature_c, b.pressure_msl_hpa from conditions b
  where b.city_id = l.city_id and b.provider = l.provider and b.valid_at < l.valid_at
  order by b.valid_at desc offset ${sql.raw(String(place))} limit 1
)`

/**
 * What is served of the cities that were refreshed since a moment, where it jumped or stands still,
 * or was flagged before. The rest is judged by indexes only, and does not leave the database.
 */
export async function suspects(db: Queryable, cityIds: readonly CityId[]): Promise<TrackRow[]> {
  const jumped = (field: SQL, bound: number) =>
    sql`abs(c.${field} - b1.${field}) > ${bound} and l.valid_at - b1.valid_at <= ${`${String(JUMP_MINUTES)} minutes`}::interval`
  const stands = (since: SQL, hours: number) =>
    sql`l.valid_at - ${since} >= ${`${String(hours)} hours`}::interval`
  return db.execute<TrackRow>(sql`
    select city_id, provider, t, p, t1, p1, t2, p2, ${ms(sql`valid_at`)} as valid_at,
      ${ms(sql`at1`)} as at1, ${ms(sql`at2`)} as at2, ${ms(sql`t_since`)} as t_since,
      ${ms(sql`p_since`)} as p_since, ${ms(sql`all_since`)} as all_since
    from (
      select l.city_id, l.provider, l.valid_at, c.temperature_c as t, c.pressure_msl_hpa as p,
        b1.valid_at as at1, b1.temperature_c as t1, b1.pressure_msl_hpa as p1,
        b2.valid_at as at2, b2.temperature_c as t2, b2.pressure_msl_hpa as p2,
        ${sameSince(isOther(T), STILL_HOURS.alone)} as t_since,
        ${sameSince(isOther(P), STILL_HOURS.alone)} as p_since,
        ${sameSince(ALL, STILL_HOURS.together)} as all_since,
        coalesce(${jumped(T, JUMP_BOUNDS.temperatureC)}, false)
          or coalesce(${jumped(P, JUMP_BOUNDS.pressureMslHpa)}, false) as jumps,
        exists (
          select 1 from value_flags f where f.city_id = l.city_id and f.until is null
        ) as is_flagged
      from latest_conditions l
      join conditions c using (city_id, provider, valid_at)
      left join lateral ${before(0)} b1 on true
      left join lateral ${before(1)} b2 on true
      where l.city_id in (${sql.join(
        cityIds.map((id) => sql`${id}::int`),
        sql`, `,
      )})
    ) l
    where jumps or is_flagged
      or ${stands(sql`l.t_since`, STILL_HOURS.alone)}
      or ${stands(sql`l.p_since`, STILL_HOURS.alone)}
      or ${stands(sql`l.all_since`, STILL_HOURS.together)}
  `)
}

const dateOf = (at: Moment): Date | null => (at === null ? null : new Date(at))

const valuesOf = (at: Moment, t: number | null, p: number | null): TrackedValues | null =>
  at === null ? null : { validAt: new Date(at), temperatureC: t, pressureMslHpa: p }

export const trackOf = (row: TrackRow): Track => ({
  latest: { validAt: new Date(row.valid_at), temperatureC: row.t, pressureMslHpa: row.p },
  previous: valuesOf(row.at1, row.t1, row.p1),
  beforePrevious: valuesOf(row.at2, row.t2, row.p2),
  sameSince: { temperatureC: dateOf(row.t_since), pressureMslHpa: dateOf(row.p_since) },
  allSameSince: dateOf(row.all_since),
})
