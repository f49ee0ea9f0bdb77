import { and, asc, eq, getTableColumns, gte, lt, sql, type SQL } from 'drizzle-orm'
import type { WeatherSums } from '../../domain/analytics/weather-sums.ts'
import type { CityId } from '../../domain/city/city.ts'
import { PROVIDER_IDS, type ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { StoredConditions } from '../../domain/weather/reading.ts'
import type { Queryable } from '../database.ts'
import { conditions } from '../schema/index.ts'
import { timestamptz } from './timestamptz.ts'

/** A part of a city's past: from `from` on, before `to`. */
export interface HistorySpan {
  readonly cityId: CityId
  readonly timeZone: string
  readonly from: Date
  readonly to: Date
}

export interface HistoryPage extends HistorySpan {
  /** Hours that begin before it are rolled up for good; later ones are added up from readings. */
  readonly rolledUpTo: Date
  readonly limit: number
}

export interface HistorySums extends WeatherSums {
  /** An hour's start in ISO 8601, or a date of the city. */
  readonly bucket: string
}

/** A city's readings by the primary key, provider by provider, so that no others are read. */
const readingsOf = ({ cityId, from, to }: HistorySpan, columns: SQL) => sql`
  unnest(${sql.param(`{${PROVIDER_IDS.join(',')}}`)}::text[]) as known(provider)
  cross join lateral (
    select ${columns} from conditions
    where city_id = ${cityId} and provider = known.provider
      and valid_at >= ${timestamptz(from)} and valid_at < ${timestamptz(to)}
    offset 0
  ) readings`

/** Hours begin where the city's clock strikes them, as those that are rolled up do. */
const hourIn = (timeZone: string): SQL => sql`date_trunc('hour', valid_at, ${timeZone}::text)`

const hoursOf = (page: HistoryPage): SQL => {
  const [from, cut] = [timestamptz(page.from), timestamptz(page.rolledUpTo)]
  const recent = { ...page, from: page.from > page.rolledUpTo ? page.from : page.rolledUpTo }
  return sql`
    select hour, samples, temperature_samples, temperature_sum_c, temperature_min_c,
      temperature_max_c, humidity_samples, relative_humidity_sum_pct
    from condition_hours
    where city_id = ${page.cityId}
      and hour >= ${from} and hour < ${timestamptz(page.to)} and hour < ${cut}
    union all
    select hour, count(*), count(temperature_c), coalesce(sum(temperature_c), 0),
      min(temperature_c), max(temperature_c),
      count(relative_humidity_pct), coalesce(sum(relative_humidity_pct), 0)
    from (
      select ${hourIn(page.timeZone)} as hour, temperature_c, relative_humidity_pct
      from ${readingsOf(recent, sql`valid_at, temperature_c, relative_humidity_pct`)}
    ) recent
    where hour >= ${from} and hour >= ${cut}
    group by hour`
}

type Interval = 'hour' | 'day'

const bucketOf = (interval: Interval, timeZone: string, hour: SQL): SQL =>
  interval === 'day'
    ? sql`(${hour} at time zone ${timeZone}::text)::date::text`
    : sql`to_char(${hour} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')`

/** Hours or local days that have a reading, in the order of time. */
export async function historySums(
  db: Queryable,
  interval: Interval,
  page: HistoryPage,
): Promise<HistorySums[]> {
  const rows = await db.execute<Record<keyof HistorySums, string | null>>(sql`
    select ${bucketOf(interval, page.timeZone, sql`hour`)} as bucket, sum(samples) as "dataPoints",
      sum(temperature_samples) as "temperatureSamples", sum(temperature_sum_c) as "temperatureSumC",
      min(temperature_min_c) as "temperatureMinC", max(temperature_max_c) as "temperatureMaxC",
      sum(humidity_samples) as "humiditySamples",
      sum(relative_humidity_sum_pct) as "relativeHumiditySumPct"
    from (${hoursOf(page)}) hours
    group by 1 order by 1 limit ${page.limit}`)
  return rows.map((row) => ({
    bucket: row.bucket ?? '',
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

/** Whose readings are still stored, by hour or local day. */
export async function historyProviders(
  db: Queryable,
  interval: Interval,
  span: HistorySpan,
): Promise<ReadonlyMap<string, readonly ProviderId[]>> {
  const bucket = bucketOf(interval, span.timeZone, hourIn(span.timeZone))
  const rows = await db.execute<{ bucket: string; providers: ProviderId[] }>(sql`
    select ${bucket} as bucket, array_agg(distinct known.provider order by known.provider) as providers
    from ${readingsOf(span, sql`valid_at`)}
    group by 1`)
  return new Map(rows.map((row) => [row.bucket, row.providers]))
}

/** Where a page of readings ended: of one moment there is one reading for each provider. */
export interface ReadingKey {
  readonly validAt: Date
  readonly provider: ProviderId
}

export interface ReadingsPage extends Omit<HistorySpan, 'timeZone'> {
  readonly after?: ReadingKey | undefined
  readonly limit: number
}

/** Readings as they are stored, in the order of time. */
export const historyReadings = (
  db: Queryable,
  { cityId, from, to, after, limit }: ReadingsPage,
): Promise<StoredConditions[]> =>
  db
    .select(getTableColumns(conditions))
    .from(conditions)
    .where(
      and(
        eq(conditions.cityId, cityId),
        gte(conditions.validAt, from),
        lt(conditions.validAt, to),
        after &&
          sql`(${conditions.validAt}, ${conditions.provider}) > (${timestamptz(after.validAt)}, ${after.provider})`,
      ),
    )
    .orderBy(asc(conditions.validAt), asc(conditions.provider))
    .limit(limit)
