import { gt, max, sql, sum } from 'drizzle-orm'
import type { ProviderErrorKind } from '../../domain/provider/provider-error.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { startOfHour } from '../../domain/time/hours.ts'
import type { Queryable } from '../database.ts'
import { providerUsage } from '../schema/index.ts'

export interface RequestRecord {
  readonly provider: ProviderId
  /** The products it answers, as `endpointOf` names them. */
  readonly endpoint?: string
  readonly outcome: 'ok' | ProviderErrorKind
  readonly places: number
  readonly weight: number
  /** What the adapter threw that was no provider's failure. */
  readonly defects?: number
  /** Weather codes that the adapter does not know. */
  readonly unknownCodes?: number
  /** From when it might leave until its answer was read. */
  readonly durationMs?: number
  readonly at: Date
}

export async function recordRequest(db: Queryable, record: RequestRecord): Promise<void> {
  const { provider, endpoint = 'all', outcome, places, weight } = record
  const { defects = 0, unknownCodes = 0, at } = record
  const durationMs = Math.max(0, Math.round(record.durationMs ?? 0))
  const times = {
    timed: record.durationMs === undefined ? 0 : 1,
    durationMs,
    maxDurationMs: durationMs,
    lastAt: at,
  }
  const counts = { requests: 1, places, weight, defects, unknownCodes, ...times }
  await db
    .insert(providerUsage)
    .values({ provider, hour: startOfHour(at), endpoint, outcome, ...counts })
    .onConflictDoUpdate({
      target: [
        providerUsage.provider,
        providerUsage.hour,
        providerUsage.endpoint,
        providerUsage.outcome,
      ],
      set: {
        requests: sql`${providerUsage.requests} + excluded.requests`,
        places: sql`${providerUsage.places} + excluded.places`,
        weight: sql`${providerUsage.weight} + excluded.weight`,
        defects: sql`${providerUsage.defects} + excluded.defects`,
        unknownCodes: sql`${providerUsage.unknownCodes} + excluded.unknown_codes`,
        timed: sql`${providerUsage.timed} + excluded.timed`,
        durationMs: sql`${providerUsage.durationMs} + excluded.duration_ms`,
        maxDurationMs: sql`greatest(${providerUsage.maxDurationMs}, excluded.max_duration_ms)`,
        lastAt: sql`greatest(${providerUsage.lastAt}, excluded.last_at)`,
      },
    })
}

/** Requests by provider, hour and outcome, of the hours that began after a moment. */
export function hourlyUsage(db: Queryable, after: Date) {
  const { provider, hour, outcome, requests, weight } = providerUsage
  const { timed, durationMs, maxDurationMs, lastAt } = providerUsage
  return db
    .select({
      provider,
      hour,
      outcome,
      requests: sum(requests).mapWith(Number),
      weight: sum(weight).mapWith(Number),
      timed: sum(timed).mapWith(Number),
      durationMs: sum(durationMs).mapWith(Number),
      maxDurationMs: sql<number>`max(${maxDurationMs})`.mapWith(Number),
      lastAt: max(lastAt),
    })
    .from(providerUsage)
    .where(gt(hour, after))
    .groupBy(provider, hour, outcome)
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

/** What adapters could not read since the first request, of every provider that was sent one. */
export function unreadTotals(db: Queryable) {
  const { provider, defects, unknownCodes } = providerUsage
  return db
    .select({
      provider,
      defects: sum(defects).mapWith(Number),
      unknownCodes: sum(unknownCodes).mapWith(Number),
    })
    .from(providerUsage)
    .groupBy(provider)
}
