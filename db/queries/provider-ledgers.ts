import { and, eq, ne, sql, type SQL } from 'drizzle-orm'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { Circuit } from '../../domain/provider/circuit.ts'
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
import { noOpenCircuit, openCircuitOf } from './provider-circuits.ts'
import { timestamptz } from './timestamptz.ts'

export interface Reservation {
  readonly provider: ProviderId
  readonly weight: number
  readonly limits: readonly QuotaLimit[]
  readonly spacingMs: number
  /** The endpoint that the request goes to; without it no circuit is looked at. */
  readonly endpoint?: string
  /** Fingerprint of the key that it is sent with. */
  readonly keyFingerprint?: string
  /** Sent also while the provider is parked, its key refused, or its circuit open. */
  readonly isTest?: boolean
  /** Sent also while the circuit of its endpoint is open. */
  readonly isProbe?: boolean
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
  | { readonly granted: false; readonly reason: 'circuit'; readonly circuit: Circuit }
  | { readonly granted: false; readonly reason: 'key'; readonly detail: string }
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
        ...mayBeAsked(reservation),
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

function mayBeAsked(reservation: Reservation): SQL[] {
  const { provider, endpoint, keyFingerprint, isTest, isProbe, now } = reservation
  if (isTest) return []
  const { parkedUntil, refusedKey } = providerLedgers
  return [
    sql`(${parkedUntil} is null or ${parkedUntil} <= ${timestamptz(now)})`,
    ...(keyFingerprint === undefined
      ? []
      : [sql`(${refusedKey} is null or ${refusedKey} <> ${keyFingerprint})`]),
    ...(endpoint === undefined || isProbe ? [] : [noOpenCircuit({ provider, endpoint })]),
  ]
}

async function refusal(db: Queryable, reservation: Reservation): Promise<ReservationAnswer> {
  const { provider, weight, limits, now } = reservation
  const row = await ledgerOf(db, provider)
  if (!row) {
    await openLedger(db, provider)
    return reserve(db, reservation)
  }
  const barred = reservation.isTest ? undefined : await barOf(db, row, reservation)
  if (barred) return barred
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

/** What keeps every request away, whatever it weighs. */
async function barOf(
  db: Queryable,
  row: LedgerRow,
  { provider, endpoint, keyFingerprint, isProbe, now }: Reservation,
): Promise<ReservationAnswer | undefined> {
  const detail = row.parkedReason ?? 'parked'
  if (keyFingerprint !== undefined && row.refusedKey === keyFingerprint) {
    return { granted: false, reason: 'key', detail }
  }
  if (row.parkedUntil && row.parkedUntil > now) {
    return { granted: false, reason: 'parked', availableAt: row.parkedUntil, detail }
  }
  if (endpoint === undefined || isProbe) return undefined
  const circuit = await openCircuitOf(db, { provider, endpoint })
  return circuit && { granted: false, reason: 'circuit', circuit }
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
  if (!row?.parkedUntil && row?.refusedKey == null) return []
  await db
    .update(providerLedgers)
    .set({ parkedUntil: null, parkedReason: null, refusedKey: null })
    .where(eq(providerLedgers.provider, provider))
  return [row.parkedReason ?? 'a pause']
}

/** No request is sent with this key again, by any process, until it is changed or works in a test. */
export async function refuseKey(
  db: Queryable,
  { provider, key, reason }: { provider: ProviderId; key: string; reason: string },
): Promise<void> {
  await db
    .update(providerLedgers)
    .set({ refusedKey: key, parkedReason: reason })
    .where(eq(providerLedgers.provider, provider))
}

/** Forgets what another key was refused for: the one that is set now may do. */
export async function forgetOtherKey(
  db: Queryable,
  provider: ProviderId,
  key: string,
): Promise<void> {
  await db
    .update(providerLedgers)
    .set({ refusedKey: null, parkedReason: null })
    .where(and(eq(providerLedgers.provider, provider), ne(providerLedgers.refusedKey, key)))
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
