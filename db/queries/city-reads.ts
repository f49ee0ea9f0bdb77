import { desc, eq, getTableColumns, asc, sql } from 'drizzle-orm'
import type { City, CityId } from '../../domain/city/city.ts'
import { startOfHour } from '../../domain/time/hours.ts'
import type { Product } from '../../domain/weather/product.ts'
import type { Database, Queryable } from '../database.ts'
import { cities, cityReadHours, cityReads, refreshStates } from '../schema/index.ts'
import { decayedScore } from './decayed-score.ts'
import { timestamptz } from './timestamptz.ts'

/** Adds reads to what is stored, in the hour of `at`: all of them, or none. */
export async function saveReads(
  db: Database,
  reads: ReadonlyMap<CityId, number>,
  at: Date,
  halfLifeHours: number,
): Promise<void> {
  await db.transaction(async (tx) => {
    await addToScores(tx, reads, at, halfLifeHours)
    await addToHours(tx, reads, at)
  })
}

/** One parameter for all; by id, so that processes that write at once cannot deadlock. */
const counted = (reads: ReadonlyMap<CityId, number>) => sql`
  select ${cities.id} as city_id, given.value::bigint as reads
  from jsonb_each_text(${JSON.stringify(Object.fromEntries(reads))}::jsonb) as given
  join ${cities} on ${cities.id} = given.key::int
  order by ${cities.id}`

/** `afterReads` of domain/analytics/popularity.ts in SQL. */
async function addToScores(
  tx: Queryable,
  reads: ReadonlyMap<CityId, number>,
  at: Date,
  halfLifeHours: number,
): Promise<void> {
  const { scoredAt } = cityReads
  await tx.execute(sql`
    insert into ${cityReads} (city_id, score, scored_at)
    select city_id, reads, ${timestamptz(at)} from (${counted(reads)}) as counted
    on conflict (city_id) do update set
      score = ${decayedScore(at, halfLifeHours)} + excluded.score,
      scored_at = greatest(${scoredAt}, excluded.scored_at)`)
}

async function addToHours(
  tx: Queryable,
  reads: ReadonlyMap<CityId, number>,
  at: Date,
): Promise<void> {
  await tx.execute(sql`
    insert into ${cityReadHours} (city_id, hour, reads)
    select city_id, ${timestamptz(startOfHour(at))}, reads from (${counted(reads)}) as counted
    on conflict (city_id, hour) do update set reads = ${cityReadHours.reads} + excluded.reads`)
}

export interface RequestedCity {
  readonly city: City
  readonly score: number
  readonly scoredAt: Date
  /** When each product was last confirmed; null for never. */
  readonly confirmedAt: Readonly<Record<Product, Date | null>>
}

/**
 * The most requested active cities. Scores of different ages compare by their logarithm, which a
 * common later moment shifts by the same for all: the order holds at any time.
 */
export async function mostRequested(
  db: Queryable,
  { limit, halfLifeHours }: { limit: number; halfLifeHours: number },
): Promise<RequestedCity[]> {
  const { score, scoredAt } = cityReads
  const halfLifeSeconds = halfLifeHours * 3600
  const rank = sql`ln(${score}) / ln(2::float8) + extract(epoch from ${scoredAt})::float8 / ${halfLifeSeconds}::float8`
  const { active: _, ...city } = getTableColumns(cities)
  const rows = await db
    .select({
      city,
      score,
      scoredAt,
      conditions: refreshStates.conditionsConfirmedAt,
      forecast: refreshStates.forecastConfirmedAt,
      airQuality: refreshStates.airQualityConfirmedAt,
    })
    .from(cityReads)
    .innerJoin(cities, eq(cities.id, cityReads.cityId))
    .innerJoin(refreshStates, eq(refreshStates.cityId, cities.id))
    .where(eq(cities.active, true))
    .orderBy(desc(rank), asc(cities.id))
    .limit(limit)
  return rows.map(({ conditions, forecast, airQuality, ...requested }) => ({
    ...requested,
    confirmedAt: { conditions, forecast, 'air-quality': airQuality },
  }))
}
