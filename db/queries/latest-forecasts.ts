import { and, asc, desc, eq, getTableColumns, gte, inArray } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import type { StoredForecast } from '../../domain/weather/reading.ts'
import type { Queryable } from '../database.ts'
import { forecastDays } from '../schema/index.ts'

/**
 * The days, from a date on, of each city's newest forecast: the answer that its provider confirmed
 * last, alone, so that no day of an older answer stands among its days. A city without one is absent.
 */
export async function latestForecastsOf(
  db: Queryable,
  cityIds: readonly CityId[],
  fromDate: string,
): Promise<StoredForecast[]> {
  if (cityIds.length === 0) return []
  const isWanted = and(inArray(forecastDays.cityId, [...cityIds]), gte(forecastDays.date, fromDate))
  const newest = db
    .selectDistinctOn([forecastDays.cityId], {
      cityId: forecastDays.cityId,
      provider: forecastDays.provider,
      fetchedAt: forecastDays.fetchedAt,
    })
    .from(forecastDays)
    .where(isWanted)
    .orderBy(forecastDays.cityId, desc(forecastDays.confirmedAt), desc(forecastDays.fetchedAt))
    .as('newest')
  const rows = await db
    .select(getTableColumns(forecastDays))
    .from(forecastDays)
    .innerJoin(
      newest,
      and(
        eq(newest.cityId, forecastDays.cityId),
        eq(newest.provider, forecastDays.provider),
        eq(newest.fetchedAt, forecastDays.fetchedAt),
      ),
    )
    .where(isWanted)
    .orderBy(asc(forecastDays.cityId), asc(forecastDays.date))
  return cityIds.flatMap((cityId) => forecastOf(rows.filter((row) => row.cityId === cityId)))
}

type Row = typeof forecastDays.$inferSelect

function forecastOf(rows: readonly Row[]): StoredForecast[] {
  const [first] = rows
  if (!first) return []
  const { cityId, provider, fetchedAt, derived, runId } = first
  // The day under way there is not confirmed with the others where UTC is a day ahead.
  const confirmedAt = new Date(Math.max(...rows.map((row) => row.confirmedAt.getTime())))
  const days = rows.map(dayOf)
  return [{ cityId, provider, fetchedAt, confirmedAt, derived, runId, days }]
}

function dayOf(row: Row): StoredForecast['days'][number] {
  const {
    cityId: _,
    provider: _p,
    fetchedAt: _f,
    confirmedAt: _c,
    runId: _r,
    derived: _d,
    ...day
  } = row
  return day
}
