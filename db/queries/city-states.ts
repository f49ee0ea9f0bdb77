import { and, asc, count, eq, gt, sql, type SQL } from 'drizzle-orm'
import type { DueRule } from '../../domain/plan/due-rule.ts'
import type { CityId } from '../../domain/city/city.ts'
import type { CityOutcome } from '../../domain/provider/outcome.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { FRESHNESS_BOUNDS_S, type Freshness } from '../../domain/weather/freshness.ts'
import type { Queryable } from '../database.ts'
import { cities, refreshStates } from '../schema/index.ts'
import { LISTED_CITY } from './cities.ts'
import { judgedAge, plannedPeriod } from './judged-age.ts'
import { usualPlan } from './latest-plan.ts'
import { timestamptz } from './timestamptz.ts'

const STATE = {
  ...LISTED_CITY,
  createdAt: cities.createdAt,
  updatedAt: cities.updatedAt,
  promisedMinutes: cities.promisedMinutes,
  conditionsConfirmedAt: refreshStates.conditionsConfirmedAt,
  forecastConfirmedAt: refreshStates.forecastConfirmedAt,
  airQualityConfirmedAt: refreshStates.airQualityConfirmedAt,
  outcome: refreshStates.outcome,
  outcomeAt: refreshStates.outcomeAt,
  outcomeProvider: refreshStates.outcomeProvider,
}

const withStates = (db: Queryable, plan: DueRule | null) =>
  db
    .select({ ...STATE, periodSeconds: sql<number>`${plannedPeriod(plan)}`.mapWith(Number) })
    .from(cities)
    .innerJoin(refreshStates, eq(refreshStates.cityId, cities.id))

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
  /** Older than it is planned to be twice over, or never refreshed. */
  readonly late?: boolean | undefined
  /** How the last refresh ended. */
  readonly outcome?: CityOutcome | undefined
}

export const CITY_SORTS = ['id', 'age', 'name'] as const

export type CitySort = (typeof CITY_SORTS)[number]

/** Where a page begins: behind this city, by what it is sorted by. */
export interface AfterCity {
  readonly id: CityId
  /** When it was confirmed, or its name; null where it never was. */
  readonly value: string | null
}

export interface CityStatesPage extends CityStateFilter {
  /** By id where absent. */
  readonly sort?: CitySort | undefined
  /** The last of the page before. */
  readonly after?: AfterCity | undefined
  readonly limit: number
  readonly now: Date
}

export const cityStates = async (db: Queryable, page: CityStatesPage) =>
  pageOfStates(db, page, await usualPlan(db))

/** Read along an index in each order, so that a page costs a page. */
export const pageOfStates = (db: Queryable, page: CityStatesPage, plan: DueRule | null) =>
  withStates(db, plan)
    .where(and(page.after && behind(page.sort ?? 'id', page.after), ...conditionsOf(page, plan)))
    .orderBy(...ORDERS[page.sort ?? 'id'])
    .limit(page.limit)

/** How many there are of all pages. */
export async function countCityStates(
  db: Queryable,
  filter: CityStateFilter & Pick<CityStatesPage, 'now'>,
): Promise<number> {
  const [counted] = await db
    .select({ cities: count() })
    .from(cities)
    .leftJoin(refreshStates, eq(refreshStates.cityId, cities.id))
    .where(and(...conditionsOf(filter, await usualPlan(db))))
  return counted?.cities ?? 0
}

const confirmed = refreshStates.conditionsConfirmedAt

/** By age the oldest come first, and those without weather before them. */
const ORDERS: Readonly<Record<CitySort, readonly SQL[]>> = {
  id: [asc(cities.id)],
  age: [sql`${confirmed} asc nulls first`, asc(refreshStates.cityId)],
  name: [asc(cities.name), asc(cities.id)],
}

function behind(sort: CitySort, { id, value }: AfterCity): SQL {
  if (sort === 'id') return gt(cities.id, id)
  if (sort === 'name') return sql`(${cities.name}, ${cities.id}) > (${value}, ${id})`
  return value === null
    ? sql`(${confirmed} is not null or ${refreshStates.cityId} > ${id})`
    : sql`(${confirmed}, ${refreshStates.cityId}) > (${value}::timestamptz, ${id})`
}

export async function cityStateById(db: Queryable, id: CityId): Promise<CityState | undefined> {
  const [state] = await withStates(db, await usualPlan(db)).where(eq(cities.id, id))
  return state
}

function conditionsOf(filter: CityStateFilter & Pick<CityStatesPage, 'now'>, plan: DueRule | null) {
  const { countryCode, active, key, provider, freshness, late, outcome, now } = filter
  const age = judgedAge(now, plan)
  const conditions: (SQL | undefined)[] = [
    countryCode === undefined ? undefined : eq(cities.countryCode, countryCode.toUpperCase()),
    active === undefined ? undefined : eq(cities.active, active),
    key === undefined
      ? undefined
      : sql`${cities.id} in (select city_id from city_names where name_key like ${`${key}%`})`,
    provider === undefined
      ? undefined
      : sql`${cities.id} in (select city_id from latest_conditions where provider = ${provider})`,
    freshness === undefined ? undefined : isOf(freshness, age),
    freshness === undefined ? undefined : isAbout(freshness, now, plan),
    late === undefined ? undefined : isLate(late, age),
    outcome === undefined ? undefined : eq(refreshStates.outcome, outcome),
  ]
  return conditions
}

function isLate(late: boolean, age: SQL): SQL {
  const isFresh = sql`${age} <= ${FRESHNESS_BOUNDS_S.fresh}`
  return late ? sql`(${isFresh}) is not true` : isFresh
}

/** What the index of ages finds, of which the others are: no plan makes an age count for more than it is. */
function isAbout(freshness: Freshness, now: Date, plan: DueRule | null): SQL | undefined {
  const { very_fresh, fresh, stale, very_stale } = FRESHNESS_BOUNDS_S
  const moment = (ageSeconds: number) => timestamptz(new Date(now.getTime() - ageSeconds * 1000))
  const older = (seconds: number): SQL => sql`${confirmed} < ${moment(seconds)}`
  // Ages are rounded to seconds.
  const younger = (seconds: number) =>
    plan === null ? sql`${confirmed} > ${moment(seconds + 1)}` : undefined
  const abouts: Readonly<Record<Freshness, SQL | undefined>> = {
    very_fresh: younger(very_fresh),
    fresh: younger(fresh),
    stale: older(fresh),
    very_stale: older(stale),
    no_data: sql`(${confirmed} is null or ${older(very_stale)})`,
  }
  return abouts[freshness]
}

/** The same as `freshnessOf` the conditions' age. */
function isOf(freshness: Freshness, age: SQL): SQL {
  const { very_fresh, fresh, stale, very_stale } = FRESHNESS_BOUNDS_S
  const conditions: Readonly<Record<Freshness, SQL>> = {
    very_fresh: sql`${age} < ${very_fresh}`,
    fresh: sql`${age} >= ${very_fresh} and ${age} <= ${fresh}`,
    stale: sql`${age} > ${fresh} and ${age} <= ${stale}`,
    very_stale: sql`${age} > ${stale} and ${age} <= ${very_stale}`,
    no_data: sql`(${confirmed} is null or ${age} > ${very_stale})`,
  }
  return conditions[freshness]
}
