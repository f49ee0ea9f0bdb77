import { and, asc, eq, sql } from 'drizzle-orm'
import type { ClaimedCity } from '../../domain/city/claimed-city.ts'
import type { Product } from '../../domain/weather/product.ts'
import type { Queryable } from '../database.ts'
import { cities, refreshStates } from '../schema/index.ts'
import { CITY } from './cities.ts'
import { CONFIRMED_AT, dueForAny, productsDue, within, type Cutoffs, type Scope } from './due.ts'

export interface DueCity extends ClaimedCity {
  readonly confirmedAt: Readonly<Record<Product, Date | null>>
}

/** The due cities with what of them is due, in the order in which a run takes them up. */
export async function dueCities(
  db: Queryable,
  { scope, cutoffs, limit }: { scope: Scope; cutoffs: Cutoffs; limit: number },
): Promise<DueCity[]> {
  return db
    .select({ city: CITY, products: productsDue(cutoffs), confirmedAt: CONFIRMED_AT })
    .from(cities)
    .innerJoin(refreshStates, eq(refreshStates.cityId, cities.id))
    .where(and(eq(cities.active, true), within(scope), dueForAny(cutoffs)))
    .orderBy(sql`coalesce(${refreshStates.outcomeAt}, 'epoch'::timestamptz)`, asc(cities.id))
    .limit(limit)
}
