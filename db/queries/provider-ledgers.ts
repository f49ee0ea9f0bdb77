import { and, eq, sql, type SQL } from 'drizzle-orm'
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
import { noOpenCircuit, openCircuitFor } from './provider-circuits.ts'
import { lookAgainAt, nothingOnItsWay, sendingBy } from './requests-on-their-way.ts'
import { timestamptz } from './timestamptz.ts'

export interface Reservation {
  readonly provider: ProviderId
  readonly weight: number
  readonly limits: readonly QuotaLimit[]
  readonly spacingMs: number
  /** Who sends, where only one request of all processes may be on its way. */
  readonly sender?: string
  /** The endpoint that the request goes to; without it no circuit is looked at. */
  readonly endpoint?: string
  /** The endpoints of its products alone, where it asks for several: a quarantine of one holds for it. */
  readonly parts?: readonly string[]
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
      readonly reason: 'quota' | 'spacing' | 'in-flight' | 'parked'
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
  const { provider, weight, limits, spacingMs, sender, now } = reservation
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
      ...(sender !== undefined && sendingBy(sender, now)),
    })
    .where(
      and(
        eq(providerLedgers.provider, provider),
        sql`${providerLedgers.nextSendAt} <= ${timestamptz(now)}`,
        sender === undefined ? undefined : nothingOnItsWay(now),
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
  const { provider, endpoint, parts, keyFingerprint, isTest, isProbe, now } = reservation
  if (isTest) return []
  const { parkedUntil, refusedKey } = providerLedgers
  return [
    sql`(${parkedUntil} is null or ${parkedUntil} <= ${timestamptz(now)})`,
    ...(keyFingerprint === undefined
      ? []
      : [sql`(${refusedKey} is null or ${refusedKey} <> ${keyFingerprint})`]),
    ...(endpoint === undefined || isProbe ? [] : [noOpenCircuit({ provider, endpoint, parts })]),
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
  if (reservation.sender !== undefined && row.sendingUntil && row.sendingUntil > now) {
    const availableAt = lookAgainAt(row.sendingUntil, now)
    return { granted: false, reason: 'in-flight', availableAt, detail: 'one is on its way' }
  }
  return { granted: false, reason: 'spacing', availableAt: row.nextSendAt, detail: 'spacing' }
}

/** What keeps every request away, whatever it weighs. */
async function barOf(
  db: Queryable,
  row: LedgerRow,
  { provider, endpoint, parts, keyFingerprint, isProbe, now }: Reservation,
): Promise<ReservationAnswer | undefined> {
  const detail = row.parkedReason ?? 'parked'
  if (keyFingerprint !== undefined && row.refusedKey === keyFingerprint) {
    return { granted: false, reason: 'key', detail }
  }
  if (row.parkedUntil && row.parkedUntil > now) {
    return { granted: false, reason: 'parked', availableAt: row.parkedUntil, detail }
  }
  if (endpoint === undefined || isProbe) return undefined
  const circuit = await openCircuitFor(db, { provider, endpoint, parts })
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
