import { and, asc, eq, sql } from 'drizzle-orm'
import type { ClaimedCity } from '../../domain/city/claimed-city.ts'
import type { Queryable } from '../database.ts'
import { cities, refreshStates } from '../schema/index.ts'
import { CITY } from './cities.ts'
import { dueForAny, productsDue, within, type Cutoffs, type Scope } from './due.ts'

/** The due cities with what of them is due, in the order in which a run takes them up. */
export async function dueCities(
  db: Queryable,
  { scope, cutoffs, limit }: { scope: Scope; cutoffs: Cutoffs; limit: number },
): Promise<ClaimedCity[]> {
  return db
    .select({ city: CITY, products: productsDue(cutoffs) })
    .from(cities)
    .innerJoin(refreshStates, eq(refreshStates.cityId, cities.id))
    .where(and(eq(cities.active, true), within(scope), dueForAny(cutoffs)))
    .orderBy(sql`coalesce(${refreshStates.outcomeAt}, 'epoch'::timestamptz)`, asc(cities.id))
    .limit(limit)
}
