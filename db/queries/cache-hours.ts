import { gte, sql, sum } from 'drizzle-orm'
import { windowStart } from '../../domain/quota.ts'
import type { Queryable } from '../client.ts'
import { cacheHours } from '../schema/index.ts'

/** What the cache answered and what it did not, of one kind of entry. */
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
  const hour = windowStart('hour', at)
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

/** By kind, over the hours that began at `since` or later; a kind nobody read is absent. */
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
