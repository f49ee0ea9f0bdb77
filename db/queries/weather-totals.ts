import { count, eq, sql } from 'drizzle-orm'
import { HOUR_MS } from '../../domain/time/durations.ts'
import { hoursUpTo, startOfHour } from '../../domain/time/hours.ts'
import type { Database } from '../database.ts'
import { cities } from '../schema/index.ts'
import { rolledUpTo } from './rollups.ts'
import { timestamptz } from './timestamptz.ts'
import { executeWithoutJit } from './without-jit.ts'

export interface WeatherTotals {
  readonly activeCities: number
  /** Readings of the last 24 clock hours, the one under way included. */
  readonly readings24h: number
  readonly readings1h: number
  /** Null where none of them has a temperature. */
  readonly averageTemperatureC24h: number | null
}

const HOURS = 24

/** Hours are recomputed for a while: rows of the last ones before the rollup's end are read as they are. */
const UNSETTLED_MS = 2 * HOUR_MS

/**
 * Whole hours come from the rollup, a row per city and hour, and only what came since from the
 * readings. Hours are those of each city's clock, so that none is counted twice.
 */
export async function weatherTotals(db: Database, at: Date): Promise<WeatherTotals> {
  const [since = at] = hoursUpTo(at, HOURS)
  const settled = await rolledUpTo(db)
  const cut = settled ? startOfHour(new Date(settled.getTime() - UNSETTLED_MS)) : since
  const from = cut > since ? cut : since
  const [counted] = await db.select({ active: count() }).from(cities).where(eq(cities.active, true))
  const [sums] = await executeWithoutJit<Record<'readings' | 'latest' | 'samples' | 'sum', string>>(
    db,
    sql`
    with rolled_up as (
      select sum(samples) as readings, sum(temperature_samples) as samples,
        sum(temperature_sum_c) as total
      from condition_hours where hour >= ${timestamptz(since)} and hour < ${timestamptz(from)}
    ), read as (
      select count(*) as readings, count(temperature_c) as samples, sum(temperature_c) as total
      from conditions join cities on cities.id = conditions.city_id
      where valid_at >= ${timestamptz(from)} and valid_at <= ${timestamptz(at)}
        and date_trunc('hour', valid_at, cities.time_zone) >= ${timestamptz(from)}
    ), latest as (
      select count(*) as readings from conditions
      where valid_at > ${timestamptz(new Date(at.getTime() - HOUR_MS))} and valid_at <= ${timestamptz(at)}
    )
    select coalesce(rolled_up.readings, 0) + read.readings as readings,
      latest.readings as latest,
      coalesce(rolled_up.samples, 0) + read.samples as samples,
      coalesce(rolled_up.total, 0) + coalesce(read.total, 0) as sum
    from rolled_up, read, latest`,
  )
  const samples = Number(sums?.samples ?? 0)
  return {
    activeCities: counted?.active ?? 0,
    readings24h: Number(sums?.readings ?? 0),
    readings1h: Number(sums?.latest ?? 0),
    averageTemperatureC24h: samples === 0 ? null : Number(sums?.sum ?? 0) / samples,
  }
}
