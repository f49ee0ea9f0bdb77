import { eq, sql } from 'drizzle-orm'
import type { PlannedCity } from '../../domain/plan/city-items.ts'
import { MAX_HALF_LIVES } from '../../domain/analytics/popularity.ts'
import type { Queryable } from '../database.ts'
import { cities, cityReads, refreshStates } from '../schema/index.ts'
import { timestamptz } from './timestamptz.ts'

/** All active cities, as the planner looks at them at a moment. */
export async function plannedCities(
  db: Queryable,
  { at, halfLifeHours }: { at: Date; halfLifeHours: number },
): Promise<PlannedCity[]> {
  const hours = sql`greatest(0, extract(epoch from ${timestamptz(at)} - ${cityReads.scoredAt}) / 3600)::float8`
  const lives = sql`least(${MAX_HALF_LIVES}::float8, ${hours} / ${halfLifeHours}::float8)`
  const local = sql`${timestamptz(at)} at time zone ${cities.timeZone}`
  const utc = sql`${timestamptz(at)} at time zone 'UTC'`
  const rows = await db
    .select({
      cityId: cities.id,
      countryCode: cities.countryCode,
      population: cities.population,
      minutesAhead: sql<number>`(extract(epoch from (${local}) - (${utc})) / 60)::int`.mapWith(
        Number,
      ),
      requests: sql<number>`coalesce(${cityReads.score} * power(2::float8, -${lives}), 0)`.mapWith(
        Number,
      ),
      conditions: minutes(refreshStates.conditionsConfirmedAt),
      forecast: minutes(refreshStates.forecastConfirmedAt),
      airQuality: minutes(refreshStates.airQualityConfirmedAt),
      askedAt: refreshStates.conditionsAskedAt,
    })
    .from(cities)
    .innerJoin(refreshStates, eq(refreshStates.cityId, cities.id))
    .leftJoin(cityReads, eq(cityReads.cityId, cities.id))
    .where(eq(cities.active, true))
  return rows.map(({ conditions, forecast, airQuality, ...city }) => ({
    ...city,
    confirmedAt: { conditions, forecast, 'air-quality': airQuality },
  }))
}

type Moment = (typeof refreshStates)[
  'conditionsConfirmedAt' | 'forecastConfirmedAt' | 'airQualityConfirmedAt']

/** Since 1970, to the fraction: the same number as `plannedDue` works with. */
const minutes = (moment: Moment) => sql<number | null>`extract(epoch from ${moment})::float8 / 60`
