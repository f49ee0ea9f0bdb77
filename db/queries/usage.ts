import { gt, sql, sum } from 'drizzle-orm'
import type { ProviderErrorKind } from '../../domain/provider-error.ts'
import type { ProviderId } from '../../domain/provider.ts'
import { windowStart } from '../../domain/quota.ts'
import type { Queryable } from '../client.ts'
import { providerUsage, refreshCounts } from '../schema/index.ts'

export interface RequestRecord {
  readonly provider: ProviderId
  readonly outcome: 'ok' | ProviderErrorKind
  readonly places: number
  readonly weight: number
  readonly at: Date
}

export async function recordRequest(db: Queryable, record: RequestRecord): Promise<void> {
  const { provider, outcome, places, weight, at } = record
  const hour = windowStart('hour', at)
  await db
    .insert(providerUsage)
    .values({ provider, hour, outcome, requests: 1, places, weight })
    .onConflictDoUpdate({
      target: [providerUsage.provider, providerUsage.hour, providerUsage.outcome],
      set: {
        requests: sql`${providerUsage.requests} + excluded.requests`,
        places: sql`${providerUsage.places} + excluded.places`,
        weight: sql`${providerUsage.weight} + excluded.weight`,
      },
    })
}

/** Requests by provider, hour and outcome, of the hours that began after a moment. */
export function hourlyUsage(db: Queryable, after: Date) {
  const { provider, hour, outcome, requests, weight } = providerUsage
  return db
    .select({ provider, hour, outcome, requests, weight })
    .from(providerUsage)
    .where(gt(hour, after))
}

/** Requests since the first, by provider and outcome. */
export function requestTotals(db: Queryable) {
  return db
    .select({
      provider: providerUsage.provider,
      outcome: providerUsage.outcome,
      requests: sum(providerUsage.requests).mapWith(Number),
      places: sum(providerUsage.places).mapWith(Number),
      weight: sum(providerUsage.weight).mapWith(Number),
    })
    .from(providerUsage)
    .groupBy(providerUsage.provider, providerUsage.outcome)
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
