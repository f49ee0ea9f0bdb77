import { and, eq, gte, lt, max, sql } from 'drizzle-orm'
import type { ProviderErrorKind } from '../../domain/provider/provider-error.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { Queryable } from '../database.ts'
import { providerUsage } from '../schema/index.ts'

export interface LastRequest {
  readonly provider: ProviderId
  readonly outcome: 'ok' | ProviderErrorKind
  readonly lastAt: Date | null
}

/** When each outcome of each provider was last seen, as long as usage is kept. */
export const lastRequests = (db: Queryable): Promise<LastRequest[]> =>
  db
    .select({
      provider: providerUsage.provider,
      outcome: providerUsage.outcome,
      lastAt: max(providerUsage.lastAt),
    })
    .from(providerUsage)
    .groupBy(providerUsage.provider, providerUsage.outcome)

export interface ProviderDay {
  /** UTC date. */
  readonly date: string
  readonly requests: number
  readonly successes: number
  readonly places: number
  readonly weight: number
  /** Requests whose time was measured. */
  readonly timed: number
  readonly durationMs: number
  readonly maxDurationMs: number
}

const total = (value: ReturnType<typeof sql>) =>
  sql<number>`coalesce(sum(${value}), 0)`.mapWith(Number)

/** A provider's requests by UTC day, from `from` on and before `to`; a day without any is absent. */
export function providerDays(
  db: Queryable,
  provider: ProviderId,
  { from, to }: { from: Date; to: Date },
): Promise<ProviderDay[]> {
  const usage = providerUsage
  const date = sql<string>`(${usage.hour} at time zone 'UTC')::date::text`
  return db
    .select({
      date: date.as('usage_date'),
      requests: total(sql`${usage.requests}`),
      successes: total(sql`case when ${usage.outcome} = 'ok' then ${usage.requests} end`),
      places: total(sql`${usage.places}`),
      weight: total(sql`${usage.weight}`),
      timed: total(sql`${usage.timed}`),
      durationMs: total(sql`${usage.durationMs}`),
      maxDurationMs: sql<number>`coalesce(max(${usage.maxDurationMs}), 0)`.mapWith(Number),
    })
    .from(usage)
    .where(and(eq(usage.provider, provider), gte(usage.hour, from), lt(usage.hour, to)))
    .groupBy(sql`usage_date`)
    .orderBy(sql`usage_date`)
}

/** Weight of every provider since an hour began. */
export async function weightSince(db: Queryable, from: Date): Promise<Map<ProviderId, number>> {
  const rows = await db
    .select({ provider: providerUsage.provider, weight: total(sql`${providerUsage.weight}`) })
    .from(providerUsage)
    .where(gte(providerUsage.hour, from))
    .groupBy(providerUsage.provider)
  return new Map(rows.map(({ provider, weight }) => [provider, weight]))
}

export interface ProviderDayWeight {
  readonly provider: ProviderId
  /** UTC date. */
  readonly date: string
  readonly requests: number
  readonly weight: number
}

/** Requests and weight of every provider by UTC day, from `from` on and before `to`. */
export function weightByDay(
  db: Queryable,
  { from, to }: { from: Date; to: Date },
): Promise<ProviderDayWeight[]> {
  const usage = providerUsage
  const date = sql<string>`(${usage.hour} at time zone 'UTC')::date::text`
  return db
    .select({
      provider: usage.provider,
      date: date.as('usage_date'),
      requests: total(sql`${usage.requests}`),
      weight: total(sql`${usage.weight}`),
    })
    .from(usage)
    .where(and(gte(usage.hour, from), lt(usage.hour, to)))
    .groupBy(usage.provider, sql`usage_date`)
    .orderBy(sql`usage_date`, usage.provider)
}

export interface EndpointOutcome {
  readonly endpoint: string
  readonly outcome: 'ok' | ProviderErrorKind
  readonly requests: number
  readonly weight: number
  readonly timed: number
  readonly durationMs: number
  readonly maxDurationMs: number
}

/** A provider's requests by endpoint and outcome, from `from` on and before `to`. */
export function providerEndpoints(
  db: Queryable,
  provider: ProviderId,
  { from, to }: { from: Date; to: Date },
): Promise<EndpointOutcome[]> {
  const usage = providerUsage
  return db
    .select({
      endpoint: usage.endpoint,
      outcome: usage.outcome,
      requests: total(sql`${usage.requests}`),
      weight: total(sql`${usage.weight}`),
      timed: total(sql`${usage.timed}`),
      durationMs: total(sql`${usage.durationMs}`),
      maxDurationMs: sql<number>`coalesce(max(${usage.maxDurationMs}), 0)`.mapWith(Number),
    })
    .from(usage)
    .where(and(eq(usage.provider, provider), gte(usage.hour, from), lt(usage.hour, to)))
    .groupBy(usage.endpoint, usage.outcome)
    .orderBy(usage.endpoint, usage.outcome)
}
