import { and, eq, like, sql } from 'drizzle-orm'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { QuotaLimit, QuotaWindow } from '../../domain/quota/windows.ts'
import type { Queryable } from '../database.ts'
import { providerLedgers } from '../schema/index.ts'
import {
  charged,
  refunded,
  roomAt,
  rulesOf,
  usedIn,
  usedNow,
  type LedgerRow,
} from './ledger-windows.ts'
import { timestamptz } from './timestamptz.ts'

export interface Reservation {
  readonly provider: ProviderId
  readonly weight: number
  readonly limits: readonly QuotaLimit[]
  readonly spacingMs: number
  /** Sent also while the provider is parked. */
  readonly isTest?: boolean
  readonly now: Date
}

/** How a ledger stood when a request was charged. */
export interface Charge {
  readonly at: Date
  /** What each window had used, the request included. */
  readonly used: Readonly<Record<QuotaWindow, number>>
  /** When the request before it was charged. */
  readonly previousAt: Date | null
}

export type ReservationAnswer =
  | { readonly granted: true; readonly charge: Charge }
  | {
      readonly granted: false
      readonly reason: 'quota' | 'spacing' | 'parked'
      /** The full window, where the reason is quota. */
      readonly window?: QuotaWindow
      readonly availableAt: Date
      readonly detail: string
    }

/**
 * Reserves a request's weight in every window, or in none, by one UPDATE. Charged before the call:
 * a crash leaves it charged.
 */
export async function reserve(db: Queryable, reservation: Reservation): Promise<ReservationAnswer> {
  const { provider, weight, limits, spacingMs, now } = reservation
  const room = limits.map(
    (limit) => sql`(${usedNow(limit, now)}) + ${weight}::float8 <= ${limit.limit}::float8`,
  )
  const [granted] = await db
    .update(providerLedgers)
    .set({
      ...charged(limits, weight, now),
      chargedAt: now,
      chargedBeforeAt: providerLedgers.chargedAt,
      nextSendAt: timestamptz(new Date(now.getTime() + spacingMs)),
    })
    .where(
      and(
        eq(providerLedgers.provider, provider),
        sql`${providerLedgers.nextSendAt} <= ${timestamptz(now)}`,
        reservation.isTest ? undefined : isFree(now),
        ...room,
      ),
    )
    .returning()
  if (!granted) return refusal(db, reservation)
  const used = Object.fromEntries(
    rulesOf(limits).map((rule) => [rule.window, usedIn(granted, rule, now)]),
  ) as Record<QuotaWindow, number>
  return { granted: true, charge: { at: now, used, previousAt: granted.chargedBeforeAt } }
}

const isFree = (now: Date) =>
  sql`(${providerLedgers.parkedUntil} is null or ${providerLedgers.parkedUntil} <= ${timestamptz(now)})`

async function refusal(db: Queryable, reservation: Reservation): Promise<ReservationAnswer> {
  const { provider, weight, limits, now } = reservation
  const row = await ledgerOf(db, provider)
  if (!row) {
    await openLedger(db, provider)
    return reserve(db, reservation)
  }
  if (!reservation.isTest && row.parkedUntil && row.parkedUntil > now) {
    const detail = row.parkedReason ?? 'parked'
    return { granted: false, reason: 'parked', availableAt: row.parkedUntil, detail }
  }
  const full = limits
    .map((limit) => ({ ...limit, used: usedIn(row, limit, now) }))
    .filter(({ limit, used }) => used + weight > limit)
    .map((limit) => ({ ...limit, end: roomAt(row, limit, weight, now) }))
    .sort((one, other) => other.end.getTime() - one.end.getTime())[0]
  if (full) {
    const detail = `${full.used} of ${full.limit} used this ${full.window}, ${weight} wanted`
    return { granted: false, reason: 'quota', window: full.window, availableAt: full.end, detail }
  }
  return { granted: false, reason: 'spacing', availableAt: row.nextSendAt, detail: 'spacing' }
}

async function openLedger(db: Queryable, provider: ProviderId): Promise<void> {
  const epoch = new Date(0)
  await db
    .insert(providerLedgers)
    .values({
      provider,
      minuteEnd: epoch,
      minuteUsed: 0,
      hourEnd: epoch,
      hourUsed: 0,
      dayEnd: epoch,
      dayUsed: 0,
      monthEnd: epoch,
      monthUsed: 0,
      nextSendAt: epoch,
    })
    .onConflictDoNothing()
}

/** Gives back what was reserved for a request that never left. */
export async function refund(
  db: Queryable,
  refunding: Pick<Reservation, 'provider' | 'weight' | 'limits'> & { readonly reservedAt: Date },
): Promise<void> {
  const { provider, weight, limits, reservedAt } = refunding
  await db
    .update(providerLedgers)
    .set(refunded(limits, weight, reservedAt))
    .where(eq(providerLedgers.provider, provider))
}

/** No request is sent to the provider before `until`; a longer cooldown is never shortened. */
export async function park(
  db: Queryable,
  { provider, until, reason }: { provider: ProviderId; until: Date; reason: string },
): Promise<void> {
  await db
    .update(providerLedgers)
    .set({
      parkedUntil: sql`greatest(coalesce(${providerLedgers.parkedUntil}, ${timestamptz(until)}), ${timestamptz(until)})`,
      parkedReason: reason,
    })
    .where(eq(providerLedgers.provider, provider))
}

/** Ends a pause, after the provider answered again. Says what it ended. */
export async function release(db: Queryable, provider: ProviderId): Promise<string[]> {
  const row = await ledgerOf(db, provider)
  if (!row?.parkedUntil) return []
  await db
    .update(providerLedgers)
    .set({ parkedUntil: null, parkedReason: null })
    .where(eq(providerLedgers.provider, provider))
  return [row.parkedReason ?? 'a pause']
}

/** A key may have been mended since the provider refused it: the next start tries it again. */
export async function unparkUnauthorized(db: Queryable): Promise<void> {
  await db
    .update(providerLedgers)
    .set({ parkedUntil: null, parkedReason: null })
    .where(like(providerLedgers.parkedReason, 'unauthorized:%'))
}

export async function ledgerOf(
  db: Queryable,
  provider: ProviderId,
): Promise<LedgerRow | undefined> {
  const [row] = await db
    .select()
    .from(providerLedgers)
    .where(eq(providerLedgers.provider, provider))
  return row
}

export function ledgers(db: Queryable): Promise<LedgerRow[]> {
  return db.select().from(providerLedgers)
}
