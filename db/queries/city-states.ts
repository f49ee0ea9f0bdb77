import { and, asc, eq, gt, sql, type SQL } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { FRESHNESS_BOUNDS_S, type Freshness } from '../../domain/weather/freshness.ts'
import type { Queryable } from '../database.ts'
import { cities, refreshStates } from '../schema/index.ts'
import { LISTED_CITY } from './cities.ts'
import { timestamptz } from './timestamptz.ts'

const STATE = {
  ...LISTED_CITY,
  createdAt: cities.createdAt,
  updatedAt: cities.updatedAt,
  conditionsConfirmedAt: refreshStates.conditionsConfirmedAt,
  forecastConfirmedAt: refreshStates.forecastConfirmedAt,
  airQualityConfirmedAt: refreshStates.airQualityConfirmedAt,
  outcome: refreshStates.outcome,
  outcomeAt: refreshStates.outcomeAt,
  outcomeProvider: refreshStates.outcomeProvider,
}

const withStates = (db: Queryable) =>
  db.select(STATE).from(cities).leftJoin(refreshStates, eq(refreshStates.cityId, cities.id))

/** A city, and how its last refresh ended. */
export type CityState = Awaited<ReturnType<typeof cityStates>>[number]

export interface CityStateFilter {
  /** ISO 3166-1 alpha-2. */
  readonly countryCode?: string | undefined
  readonly active?: boolean | undefined
  /** The beginning of a name, as `nameKey` folds it. */
  readonly key?: string | undefined
  /** Of the conditions that are served. */
  readonly provider?: ProviderId | undefined
  readonly freshness?: Freshness | undefined
}

export interface CityStatesPage extends CityStateFilter {
  /** The last id of the page before. */
  readonly after?: CityId | undefined
  readonly limit: number
  readonly now: Date
}

export const cityStates = (db: Queryable, page: CityStatesPage) =>
  withStates(db)
    .where(and(gt(cities.id, page.after ?? 0), ...conditionsOf(page)))
    .orderBy(asc(cities.id))
    .limit(page.limit)

export async function cityStateById(db: Queryable, id: CityId): Promise<CityState | undefined> {
  const [state] = await withStates(db).where(eq(cities.id, id))
  return state
}

function conditionsOf({ countryCode, active, key, provider, freshness, now }: CityStatesPage) {
  const conditions: (SQL | undefined)[] = [
    countryCode === undefined ? undefined : eq(cities.countryCode, countryCode.toUpperCase()),
    active === undefined ? undefined : eq(cities.active, active),
    key === undefined
      ? undefined
      : sql`${cities.id} in (select city_id from city_names where name_key like ${`${key}%`})`,
    provider === undefined
      ? undefined
      : sql`${cities.id} in (select city_id from latest_conditions where provider = ${provider})`,
    freshness === undefined ? undefined : isOf(freshness, now),
  ]
  return conditions
}

/** The same as `freshnessOf` the conditions' age. */
function isOf(freshness: Freshness, now: Date): SQL {
  const { very_fresh, fresh, stale, very_stale } = FRESHNESS_BOUNDS_S
  const confirmedAt = refreshStates.conditionsConfirmedAt
  const seconds = sql`round(extract(epoch from ${timestamptz(now)} - ${confirmedAt}))`
  // `greatest` passes over null, and a city without data has no age.
  const age = sql`(case when ${confirmedAt} is not null then greatest(0, ${seconds}) end)`
  const conditions: Readonly<Record<Freshness, SQL>> = {
    very_fresh: sql`${age} < ${very_fresh}`,
    fresh: sql`${age} >= ${very_fresh} and ${age} <= ${fresh}`,
    stale: sql`${age} > ${fresh} and ${age} <= ${stale}`,
    very_stale: sql`${age} > ${stale} and ${age} <= ${very_stale}`,
    no_data: sql`(${confirmedAt} is null or ${age} > ${very_stale})`,
  }
  return conditions[freshness]
}
