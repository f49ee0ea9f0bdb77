import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Place } from '../../domain/city/city.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { StoredConditions } from '../../domain/weather/reading.ts'
import type { Queryable } from '../database.ts'
import {
  cities,
  conditions,
  latestConditions,
  refreshStates,
  secondOpinions,
} from '../schema/index.ts'
import { areServed } from './latest-conditions.ts'
import { timestamptz } from './timestamptz.ts'

/** A city about which a second provider may be asked. */
export interface ToAsk {
  readonly place: Place
  readonly served: StoredConditions
  /** The provider of a disagreement that is open. */
  readonly openWith: ProviderId | null
  /** How often one was asked before. */
  readonly times: number
}

const PLACE = {
  id: cities.id,
  latitude: cities.latitude,
  longitude: cities.longitude,
  elevationM: cities.elevationM,
  countryCode: cities.countryCode,
  timeZone: cities.timeZone,
} as const satisfies Record<keyof Place, unknown>

/** What is in doubt is asked about again after an hour, what was lately after six, the rest once a day. */
const ASKED_AGAIN_HOURS = { inDoubt: 1, doubted: 6, others: 24 } as const
const DOUBTED_DAYS = 30

const openWith = sql<ProviderId | null>`(
  select d.other_provider from disagreements d
  where d.city_id = ${cities.id} and d.ended_at is null and d.provider = ${latestConditions.provider}
  order by d.id desc limit 1)`

const isFlagged = sql`exists (
  select 1 from value_flags f where f.city_id = ${cities.id} and f.until is null)`

const wasDoubted = (now: Date): SQL => sql`exists (
  select 1 from disagreements d where d.city_id = ${cities.id}
    and d.last_at > ${timestamptz(now)} - ${`${String(DOUBTED_DAYS)} days`}::interval)`

/** 0 is in doubt, 1 was lately, 2 are all others. */
const rankAt = (now: Date): SQL =>
  sql`case when ${openWith} is not null or ${isFlagged} then 0 when ${wasDoubted(now)} then 1 else 2 end`

function isToBeAskedAgain(now: Date): SQL {
  const { inDoubt, doubted, others } = ASKED_AGAIN_HOURS
  const hours = sql`case ${rankAt(now)} when 0 then ${inDoubt}::int
    when 1 then ${doubted}::int else ${others}::int end`
  return sql`(${secondOpinions.askedAt} is null
    or ${secondOpinions.askedAt} <= ${timestamptz(now)} - make_interval(hours => ${hours}))`
}

/** Values in doubt first, then cities where providers disagreed lately, then those asked about longest ago. */
export async function citiesToAskAbout(
  db: Queryable,
  { runId, now, limit }: { readonly runId: string; readonly now: Date; readonly limit: number },
): Promise<ToAsk[]> {
  return db
    .select({
      place: PLACE,
      served: conditions,
      openWith,
      times: sql<number>`coalesce(${secondOpinions.times}, 0)`.mapWith(Number),
    })
    .from(refreshStates)
    .innerJoin(cities, eq(cities.id, refreshStates.cityId))
    .innerJoin(latestConditions, eq(latestConditions.cityId, cities.id))
    .innerJoin(conditions, areServed)
    .leftJoin(secondOpinions, eq(secondOpinions.cityId, cities.id))
    .where(and(eq(refreshStates.outcomeRunId, runId), isToBeAskedAgain(now)))
    .orderBy(
      rankAt(now),
      sql`${secondOpinions.askedAt} nulls first`,
      sql`${cities.population} desc nulls last`,
      cities.id,
    )
    .limit(limit)
}
