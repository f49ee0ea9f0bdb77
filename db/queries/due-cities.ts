import { and, asc, eq, sql } from 'drizzle-orm'
import type { ClaimedCity } from '../../domain/city/claimed-city.ts'
import type { Queryable } from '../database.ts'
import { cities, refreshStates } from '../schema/index.ts'
import { LISTED_CITY } from './cities.ts'
import { dueFor, dueForAny, wanted, within, type Cutoffs, type Scope } from './due.ts'

const { active: _active, ...CITY } = LISTED_CITY

/** The due cities with what of them is due, in the order in which a run takes them up. */
export async function dueCities(
  db: Queryable,
  { scope, cutoffs, limit }: { scope: Scope; cutoffs: Cutoffs; limit: number },
): Promise<ClaimedCity[]> {
  const products = wanted(cutoffs)
  const dues = products.map((product) => dueFor(product, cutoffs))
  const rows = await db
    .select({ city: CITY, due: sql<boolean[]>`array[${sql.join(dues, sql`, `)}]::boolean[]` })
    .from(cities)
    .innerJoin(refreshStates, eq(refreshStates.cityId, cities.id))
    .where(and(eq(cities.active, true), within(scope), dueForAny(cutoffs)))
    .orderBy(sql`coalesce(${refreshStates.outcomeAt}, 'epoch'::timestamptz)`, asc(cities.id))
    .limit(limit)
  return rows.map(({ city, due }) => ({
    city,
    products: products.filter((_, index) => due[index] === true),
  }))
}
