import { and, eq, sql } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import type { PlannedCity } from '../../domain/plan/city-items.ts'
import type { Queryable } from '../database.ts'
import { cities, cityReads, refreshStates } from '../schema/index.ts'
import { decayedScore } from './decayed-score.ts'
import { timestamptz } from './timestamptz.ts'

/** All active cities, or one, as the planner looks at them at a moment. */
export async function plannedCities(
  db: Queryable,
  { at, halfLifeHours, cityId }: { at: Date; halfLifeHours: number; cityId?: CityId },
): Promise<PlannedCity[]> {
  const local = sql`${timestamptz(at)} at time zone ${cities.timeZone}`
  const utc = sql`${timestamptz(at)} at time zone 'UTC'`
  const rows = await db
    .select({
      cityId: cities.id,
      countryCode: cities.countryCode,
      population: cities.population,
      promisedMinutes: cities.promisedMinutes,
      minutesAhead: sql<number>`(extract(epoch from (${local}) - (${utc})) / 60)::int`.mapWith(
        Number,
      ),
      requests: sql<number>`coalesce(${decayedScore(at, halfLifeHours)}, 0)`.mapWith(Number),
      conditions: minutes(refreshStates.conditionsConfirmedAt),
      forecast: minutes(refreshStates.forecastConfirmedAt),
      airQuality: minutes(refreshStates.airQualityConfirmedAt),
      askedAt: refreshStates.conditionsAskedAt,
    })
    .from(cities)
    .innerJoin(refreshStates, eq(refreshStates.cityId, cities.id))
    .leftJoin(cityReads, eq(cityReads.cityId, cities.id))
    .where(and(eq(cities.active, true), cityId === undefined ? undefined : eq(cities.id, cityId)))
  return rows.map(({ conditions, forecast, airQuality, ...city }) => ({
    ...city,
    confirmedAt: { conditions, forecast, 'air-quality': airQuality },
  }))
}

type Moment = (typeof refreshStates)[
  'conditionsConfirmedAt' | 'forecastConfirmedAt' | 'airQualityConfirmedAt']

/** Since 1970, to the fraction: the same number as `plannedDue` works with. */
const minutes = (moment: Moment) => sql<number | null>`extract(epoch from ${moment})::float8 / 60`
