import { sql, sum } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import { refreshCounts } from '../schema/index.ts'
import type { CityRefresh } from './city-refresh.ts'

type Ended = Pick<CityRefresh, 'at' | 'outcome' | 'provider' | 'asksAgain'>

/** Counts a refresh on its day once its run is done with the city. */
export async function countRefreshes(tx: Queryable, page: readonly Ended[]): Promise<void> {
  const counts = new Map<string, typeof refreshCounts.$inferInsert>()
  for (const { at, outcome, provider, asksAgain = false } of page) {
    if (asksAgain) continue
    const key = { day: at.toISOString().slice(0, 10), outcome, provider: provider ?? 'none' }
    const id = JSON.stringify(key)
    counts.set(id, { ...key, cities: (counts.get(id)?.cities ?? 0) + 1 })
  }
  const rows = [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
  if (rows.length === 0) return
  await tx
    .insert(refreshCounts)
    .values(rows)
    .onConflictDoUpdate({
      target: [refreshCounts.day, refreshCounts.outcome, refreshCounts.provider],
      set: { cities: sql`${refreshCounts.cities} + excluded.cities` },
    })
}

/** City refreshes since the first, by outcome and serving provider (`none` where all failed). */
export function refreshTotals(db: Queryable) {
  return db
    .select({
      outcome: refreshCounts.outcome,
      provider: refreshCounts.provider,
      cities: sum(refreshCounts.cities).mapWith(Number),
    })
    .from(refreshCounts)
    .groupBy(refreshCounts.outcome, refreshCounts.provider)
}
