import { eq, like, sql, type SQL } from 'drizzle-orm'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import {
  QUOTA_WINDOWS,
  windowEnd,
  windowStart,
  type QuotaLimit,
  type QuotaWindow,
} from '../../domain/quota/windows.ts'
import type { Queryable } from '../database.ts'
import { providerLedgers } from '../schema/index.ts'
import { timestamptz } from './timestamptz.ts'

export type LedgerRow = typeof providerLedgers.$inferSelect

export interface Reservation {
  readonly provider: ProviderId
  readonly weight: number
  readonly limits: readonly QuotaLimit[]
  readonly spacingMs: number
  readonly now: Date
}

export type ReservationAnswer =
  | { readonly granted: true }
  | {
      readonly granted: false
      readonly reason: 'quota' | 'spacing' | 'parked'
      /** The full window, where the reason is quota. */
      readonly window?: QuotaWindow
      readonly availableAt: Date
      readonly detail: string
    }

const START = {
  minute: providerLedgers.minuteStart,
  hour: providerLedgers.hourStart,
  day: providerLedgers.dayStart,
  month: providerLedgers.monthStart,
} as const

const USED = {
  minute: providerLedgers.minuteUsed,
  hour: providerLedgers.hourUsed,
  day: providerLedgers.dayUsed,
  month: providerLedgers.monthUsed,
} as const

/** What the window that holds `now` has used; a row of an earlier window counts as nothing. */
const usedNow = (window: QuotaWindow, now: Date) =>
  sql<number>`case when ${START[window]} = ${timestamptz(windowStart(window, now))} then ${USED[window]} else 0 end`

/**
 * Reserves a request's weight in every window, or in none, by one UPDATE. Charged before the call:
 * a crash leaves it charged.
 */
export async function reserve(db: Queryable, reservation: Reservation): Promise<ReservationAnswer> {
  const { provider, weight, limits, spacingMs, now } = reservation
  const room = limits.map(
    ({ window, limit }) => sql`(${usedNow(window, now)}) + ${weight}::float8 <= ${limit}::float8`,
  )
  const charged: Record<string, SQL> = Object.fromEntries(
    QUOTA_WINDOWS.flatMap((window) => [
      [`${window}Start`, timestamptz(windowStart(window, now))],
      [`${window}Used`, sql`(${usedNow(window, now)}) + ${weight}::float8`],
    ]),
  )
  const granted = await db
    .update(providerLedgers)
    .set({
      ...charged,
      nextSendAt: timestamptz(new Date(now.getTime() + spacingMs)),
    })
    .where(
      sql.join(
        [
          eq(providerLedgers.provider, provider),
          sql`${providerLedgers.nextSendAt} <= ${timestamptz(now)}`,
          sql`(${providerLedgers.parkedUntil} is null or ${providerLedgers.parkedUntil} <= ${timestamptz(now)})`,
          ...room,
        ],
        sql` and `,
      ),
    )
    .returning({ provider: providerLedgers.provider })
  if (granted.length > 0) return { granted: true }
  return refusal(db, reservation)
}

async function refusal(db: Queryable, reservation: Reservation): Promise<ReservationAnswer> {
  const { provider, weight, limits, now } = reservation
  const row = await ledgerOf(db, provider)
  if (!row) {
    await openLedger(db, provider)
    return reserve(db, reservation)
  }
  if (row.parkedUntil && row.parkedUntil > now) {
    const detail = row.parkedReason ?? 'parked'
    return { granted: false, reason: 'parked', availableAt: row.parkedUntil, detail }
  }
  const full = limits
    .filter(({ window, limit }) => usedIn(row, window, now) + weight > limit)
    .map((limit) => ({ ...limit, end: windowEnd(limit.window, now) }))
    .sort((one, other) => other.end.getTime() - one.end.getTime())[0]
  if (full) {
    const detail = `${usedIn(row, full.window, now)} of ${full.limit} used this ${full.window}, ${weight} wanted`
    return { granted: false, reason: 'quota', window: full.window, availableAt: full.end, detail }
  }
  return { granted: false, reason: 'spacing', availableAt: row.nextSendAt, detail: 'spacing' }
}

/** Used weight of the window that holds `now`. */
export function usedIn(row: LedgerRow, window: QuotaWindow, now: Date): number {
  const current = row[`${window}Start`].getTime() === windowStart(window, now).getTime()
  return current ? row[`${window}Used`] : 0
}

async function openLedger(db: Queryable, provider: ProviderId): Promise<void> {
  const epoch = new Date(0)
  await db
    .insert(providerLedgers)
    .values({
      provider,
      minuteStart: epoch,
      minuteUsed: 0,
      hourStart: epoch,
      hourUsed: 0,
      dayStart: epoch,
      dayUsed: 0,
      monthStart: epoch,
      monthUsed: 0,
      nextSendAt: epoch,
    })
    .onConflictDoNothing()
}

/** Gives back what was reserved for a request that never left. */
export async function refund(
  db: Queryable,
  { provider, weight, reservedAt }: { provider: ProviderId; weight: number; reservedAt: Date },
): Promise<void> {
  const given = QUOTA_WINDOWS.map((window) => [
    `${window}Used`,
    sql`case when ${START[window]} = ${timestamptz(windowStart(window, reservedAt))} then greatest(0, ${USED[window]} - ${weight}::float8) else ${USED[window]} end`,
  ])
  await db
    .update(providerLedgers)
    .set(Object.fromEntries(given) as Record<string, never>)
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
