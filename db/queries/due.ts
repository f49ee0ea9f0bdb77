import { and, asc, count, eq, inArray, isNull, lte, ne, or, sql, type SQL } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import type { DueRule } from '../../domain/plan/due-rule.ts'
import { PRODUCTS, type Product } from '../../domain/weather/product.ts'
import type { Queryable } from '../database.ts'
import { cities, refreshStates } from '../schema/index.ts'
import { plannedDue } from './planned-due.ts'

export const CONFIRMED_AT = {
  conditions: refreshStates.conditionsConfirmedAt,
  forecast: refreshStates.forecastConfirmedAt,
  'air-quality': refreshStates.airQualityConfirmedAt,
} as const satisfies Record<Product, unknown>

/** For each product wanted, the moment it must have been confirmed after; null forces. */
export type Cutoffs = Partial<Readonly<Record<Product, Date | null | DueRule>>>

/** Cities a run is about. */
export type Scope =
  { readonly kind: 'all' } | { readonly kind: 'list'; readonly cityIds: readonly CityId[] }

const wanted = (cutoffs: Cutoffs): Product[] => PRODUCTS.filter((product) => product in cutoffs)

/** The plan that the products are due by, if they are. */
export const planOf = (cutoffs: Cutoffs): DueRule | undefined =>
  Object.values(cutoffs).find((one): one is DueRule => one !== null && !(one instanceof Date))

function dueFor(product: Product, cutoffs: Cutoffs): SQL {
  const cutoff = cutoffs[product]
  const confirmedAt = CONFIRMED_AT[product]
  if (cutoff === null || cutoff === undefined) return sql`true`
  if (!(cutoff instanceof Date)) return plannedDue(cutoff, product)
  return sql`(${confirmedAt} is null or ${lte(confirmedAt, cutoff)})`
}

export function dueForAny(cutoffs: Cutoffs): SQL {
  const products = wanted(cutoffs)
  if (products.length === 0) return sql`false`
  const dues = products.map((product) => dueFor(product, cutoffs))
  return sql`(${sql.join(dues, sql` or `)})`
}

/** Which of the products wanted are due. */
export function productsDue(cutoffs: Cutoffs): SQL<Product[]> {
  const products = wanted(cutoffs)
  const dues = products.map((product) => dueFor(product, cutoffs))
  return sql`array[${sql.join(dues, sql`, `)}]::boolean[]`.mapWith((are: boolean[]) =>
    products.filter((_, index) => are[index] === true),
  )
}

/** The latest outcome of the city, if there is one, is another run's. */
export const hasNoOutcomeOf = (runId: string): SQL =>
  sql`(${isNull(refreshStates.outcomeRunId)} or ${ne(refreshStates.outcomeRunId, runId)})`

export function within(scope: Scope): SQL | undefined {
  if (scope.kind === 'all') return undefined
  return inArray(cities.id, [...scope.cityIds])
}

/** Those of some cities that are due. */
export async function dueAmong(
  db: Queryable,
  cityIds: readonly CityId[],
  cutoffs: Cutoffs,
): Promise<CityId[]> {
  const rows = await db
    .select({ cityId: refreshStates.cityId })
    .from(refreshStates)
    .where(and(inArray(refreshStates.cityId, [...cityIds]), dueForAny(cutoffs)))
  return rows.map(({ cityId }) => cityId)
}

export interface ScopeCounts {
  readonly active: number
  readonly due: number
}

export async function countDue(
  db: Queryable,
  scope: Scope,
  cutoffs: Cutoffs,
): Promise<ScopeCounts> {
  const [row] = await db
    .select({
      active: count(),
      due: sql<number>`count(*) filter (where ${dueForAny(cutoffs)})`.mapWith(Number),
    })
    .from(cities)
    .innerJoin(refreshStates, eq(refreshStates.cityId, cities.id))
    .where(and(eq(cities.active, true), within(scope)))
  return row ?? { active: 0, due: 0 }
}

export interface LeftOptions {
  readonly scope: Scope
  readonly cutoffs: Cutoffs
  readonly runId: string
  /** Whether those that the run was still to ask about again count as well. */
  readonly askedAgainIsLeft: boolean
  /** Of the cities that are named. */
  readonly limit: number
}

/** Due cities to which a run has given no outcome: how many, and the first of them. */
export async function leftByRun(
  db: Queryable,
  { scope, cutoffs, runId, askedAgainIsLeft, limit }: LeftOptions,
): Promise<{ count: number; sample: { cityId: CityId; name: string }[] }> {
  const rows = await db
    .select({
      cityId: cities.id,
      name: cities.name,
      count: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(cities)
    .innerJoin(refreshStates, eq(refreshStates.cityId, cities.id))
    .where(
      and(
        eq(cities.active, true),
        within(scope),
        dueForAny(cutoffs),
        or(hasNoOutcomeOf(runId), askedAgainIsLeft ? refreshStates.asksAgain : undefined),
      ),
    )
    .orderBy(asc(cities.id))
    .limit(limit)
  return {
    count: rows[0]?.count ?? 0,
    sample: rows.map(({ cityId, name }) => ({ cityId, name })),
  }
}

export interface DueOptions {
  readonly scope: Scope
  readonly cutoffs: Cutoffs
  /** What was tried since is not listed again. */
  readonly startedAt: Date
  readonly after: { readonly triedAtMs: number; readonly cityId: CityId }
  readonly limit: number
}

/**
 * The next due cities after a cursor, the one tried longest ago first: a run that cannot finish
 * leaves to the next what it did not reach, never the same cities.
 */
export async function nextDue(
  db: Queryable,
  { scope, cutoffs, startedAt, after, limit }: DueOptions,
): Promise<{ cityId: CityId; triedAtMs: number }[]> {
  const triedAt = sql`coalesce(${refreshStates.outcomeAt}, 'epoch'::timestamptz)`
  const afterAt = sql`${new Date(after.triedAtMs).toISOString()}::timestamptz`
  return db
    .select({
      cityId: cities.id,
      triedAtMs: sql<number>`(extract(epoch from ${triedAt}) * 1000)::float8`.mapWith(Number),
    })
    .from(cities)
    .innerJoin(refreshStates, eq(refreshStates.cityId, cities.id))
    .where(
      and(
        eq(cities.active, true),
        within(scope),
        dueForAny(cutoffs),
        or(isNull(refreshStates.outcomeAt), lte(refreshStates.outcomeAt, startedAt)),
        sql`(${triedAt}, ${cities.id}) > (${afterAt}, ${after.cityId}::int)`,
      ),
    )
    .orderBy(triedAt, asc(cities.id))
    .limit(limit)
}
