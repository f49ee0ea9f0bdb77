import { gte, sql, sum } from 'drizzle-orm'
import { startOfHour } from '../../domain/time/hours.ts'
import type { Queryable } from '../database.ts'
import { cacheHours } from '../schema/index.ts'

/** Hits and misses of one kind of entry. */
export interface CacheUse {
  readonly kind: string
  readonly hits: number
  readonly misses: number
}

export async function addCacheUse(
  db: Queryable,
  uses: readonly CacheUse[],
  at: Date,
): Promise<void> {
  const hour = startOfHour(at)
  const inOrder = uses.toSorted((one, other) => (one.kind < other.kind ? -1 : 1))
  await db
    .insert(cacheHours)
    .values(inOrder.map((use) => ({ hour, ...use })))
    .onConflictDoUpdate({
      target: [cacheHours.hour, cacheHours.kind],
      set: {
        hits: sql`${cacheHours.hits} + excluded.hits`,
        misses: sql`${cacheHours.misses} + excluded.misses`,
      },
    })
}

/** By kind, over the hours that began at `since` or later; a kind that was not read is absent. */
export function cacheUseSince(db: Queryable, since: Date): Promise<CacheUse[]> {
  return db
    .select({
      kind: cacheHours.kind,
      hits: sum(cacheHours.hits).mapWith(Number),
      misses: sum(cacheHours.misses).mapWith(Number),
    })
    .from(cacheHours)
    .where(gte(cacheHours.hour, since))
    .groupBy(cacheHours.kind)
}
