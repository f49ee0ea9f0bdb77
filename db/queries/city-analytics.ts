import { eq, getTableColumns, gte, lte, and, asc, desc, sql } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import type { CityAnalytics } from '../../domain/analytics/city-analytics.ts'
import type { WeatherSums } from '../../domain/analytics/weather-sums.ts'
import type { Database, Queryable } from '../database.ts'
import { cities, cityAnalytics } from '../schema/index.ts'
import { within, type CityPage } from './city-pages.ts'
import { executeWithoutJit } from './without-jit.ts'
import { timestamptz } from './timestamptz.ts'

export interface DaysWindow {
  readonly at: Date
  /** Local days of each city, today included. */
  readonly days: number
}

/**
 * The rolled-up hours of each active city's own last days. Days are compared as dates, because a
 * zone's midnight may come twice or not at all; the moments only keep the index scan short.
 */
const hoursOf = ({ at, days }: DaysWindow, page: CityPage) => sql`
  from cities
  cross join lateral (select (${timestamptz(at)} at time zone cities.time_zone)::date as today) local
  join condition_hours h on h.city_id = cities.id
    and h.hour > ${timestamptz(at)} - ${days + 1} * interval '1 day'
    and h.hour <= ${timestamptz(at)} + interval '1 day'
  cross join lateral (select (h.hour at time zone cities.time_zone)::date as date) of_hour
  where cities.active and ${within('cities.id', page)}
    and of_hour.date > local.today - ${days}::int and of_hour.date <= local.today`

/** Computes statistics of a page of cities; returns of how many: those with a reading. */
export async function computeCityAnalytics(
  db: Database,
  { runId, ...window }: DaysWindow & { readonly runId: string },
  page: CityPage,
): Promise<number> {
  const written = await executeWithoutJit(
    db,
    sql`
    insert into city_analytics (city_id, from_date, to_date,
      temperature_avg_c, temperature_min_c, temperature_max_c, relative_humidity_avg_pct,
      data_points, generated_at, run_id)
    select cities.id, local.today - ${window.days - 1}::int, local.today,
      sum(temperature_sum_c) / nullif(sum(temperature_samples), 0),
      min(temperature_min_c), max(temperature_max_c),
      sum(relative_humidity_sum_pct) / nullif(sum(humidity_samples), 0),
      sum(samples), ${timestamptz(window.at)}, ${runId}
    ${hoursOf(window, page)}
    group by cities.id, local.today
    order by cities.id
    on conflict (city_id) do update set
      from_date = excluded.from_date, to_date = excluded.to_date,
      temperature_avg_c = excluded.temperature_avg_c,
      temperature_min_c = excluded.temperature_min_c,
      temperature_max_c = excluded.temperature_max_c,
      relative_humidity_avg_pct = excluded.relative_humidity_avg_pct,
      data_points = excluded.data_points,
      generated_at = excluded.generated_at, run_id = excluded.run_id`,
  )
  return written.count
}

/** Statistics of an earlier moment are those of cities that have no reading left; returns whose. */
export async function deleteOutdatedAnalytics(
  db: Queryable,
  at: Date,
  page: CityPage,
): Promise<CityId[]> {
  const deleted = await db.execute<{ city_id: CityId }>(sql`
    delete from city_analytics
    where ${within('city_id', page)} and generated_at < ${timestamptz(at)}
    returning city_id`)
  return deleted.map(({ city_id }) => city_id)
}

const STORED = {
  ...getTableColumns(cityAnalytics),
  name: cities.name,
  countryCode: cities.countryCode,
}

const storedAnalytics = (db: Queryable) =>
  db.select(STORED).from(cityAnalytics).innerJoin(cities, eq(cities.id, cityAnalytics.cityId))

export const cityAnalyticsOfPage = (
  db: Queryable,
  { after, last }: CityPage,
): Promise<CityAnalytics[]> =>
  storedAnalytics(db)
    .where(and(gte(cityAnalytics.cityId, after + 1), lte(cityAnalytics.cityId, last)))
    .orderBy(asc(cityAnalytics.cityId))

export async function cityAnalyticsById(
  db: Queryable,
  cityId: CityId,
): Promise<CityAnalytics | undefined> {
  const [stored] = await storedAnalytics(db).where(eq(cityAnalytics.cityId, cityId))
  return stored
}

/** The cities with the most readings, of those whose statistics a run has computed. */
export const mostMeasured = (db: Queryable, at: Date, limit: number): Promise<CityAnalytics[]> =>
  storedAnalytics(db)
    .where(eq(cityAnalytics.generatedAt, at))
    .orderBy(desc(cityAnalytics.dataPoints), asc(cityAnalytics.cityId))
    .limit(limit)

export interface DaySums extends WeatherSums {
  /** The cities' own date. */
  readonly date: string
  readonly cities: number
}

/** A page of cities, added up by local date. */
export async function daySums(
  db: Database,
  window: DaysWindow,
  page: CityPage,
): Promise<DaySums[]> {
  const rows = await executeWithoutJit<Record<keyof DaySums, string | null>>(
    db,
    sql`
    select of_hour.date::text as date, count(distinct cities.id) as cities,
      sum(samples) as "dataPoints",
      sum(temperature_samples) as "temperatureSamples", sum(temperature_sum_c) as "temperatureSumC",
      min(temperature_min_c) as "temperatureMinC", max(temperature_max_c) as "temperatureMaxC",
      sum(humidity_samples) as "humiditySamples",
      sum(relative_humidity_sum_pct) as "relativeHumiditySumPct"
    ${hoursOf(window, page)}
    group by of_hour.date
    order by of_hour.date`,
  )
  return rows.map((row) => ({
    date: row.date ?? '',
    cities: Number(row.cities),
    dataPoints: Number(row.dataPoints),
    temperatureSamples: Number(row.temperatureSamples),
    temperatureSumC: Number(row.temperatureSumC),
    temperatureMinC: numberOrNull(row.temperatureMinC),
    temperatureMaxC: numberOrNull(row.temperatureMaxC),
    humiditySamples: Number(row.humiditySamples),
    relativeHumiditySumPct: Number(row.relativeHumiditySumPct),
  }))
}

const numberOrNull = (value: unknown): number | null => (value === null ? null : Number(value))
