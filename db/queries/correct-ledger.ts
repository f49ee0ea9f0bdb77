import { desc, eq, gte, sql } from 'drizzle-orm'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import {
  correctedUse,
  isDrift,
  usedByReport,
  type DriftSource,
  type QuotaReported,
} from '../../domain/quota/drift.ts'
import { slotOf, windowEnd, type QuotaLimit } from '../../domain/quota/windows.ts'
import type { Queryable } from '../database.ts'
import { providerLedgers, quotaDrifts } from '../schema/index.ts'
import { oldestCountedSlots, usedIn, type LedgerRow } from './ledger-windows.ts'
import type { Charge } from './provider-ledgers.ts'

export interface Correction {
  readonly provider: ProviderId
  readonly limit: QuotaLimit
  readonly reported: QuotaReported
  readonly source: DriftSource
  /** Of the request that was answered. */
  readonly charge: Charge
  readonly now: Date
}

/** Longer than a request can be on its way. */
const QUIET_MS = 30_000

export type QuotaDrift = typeof quotaDrifts.$inferSelect

/** Sets a window's use to what the provider counts; a drift beyond the threshold is written down. */
export async function correctLedger(db: Queryable, correction: Correction): Promise<void> {
  const { provider, limit, reported, source, charge, now } = correction
  const reportedUsed = usedByReport(limit, reported)
  const atCharge = charge.used[limit.window]
  if (reportedUsed === atCharge || !isSameWindow(limit, charge.at, now)) return
  await db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(providerLedgers)
      .where(eq(providerLedgers.provider, provider))
      .for('update')
    if (!row) return
    const used = usedIn(row, limit, now)
    const previousMs = charge.previousAt?.getTime() ?? 0
    const isQuiet = charge.at.getTime() - previousMs > QUIET_MS
    const corrected = correctedUse({ atCharge, now: used, isQuiet }, reportedUsed)
    if (corrected === used) return
    await tx
      .update(providerLedgers)
      .set({
        ...withUse(row, limit, corrected - used, now),
        corrected: { ...row.corrected, [limit.window]: { atMs: now.getTime(), source } },
      })
      .where(eq(providerLedgers.provider, provider))
    if (isDrift(limit, used, reportedUsed)) await noteDrift(tx, correction, used)
  })
}

/** A window that turned while the request was on its way is another one at the provider. */
const isSameWindow = (limit: QuotaLimit, chargedAt: Date, now: Date): boolean =>
  limit.kind === 'sliding' ||
  windowEnd(limit, chargedAt).getTime() === windowEnd(limit, now).getTime()

function withUse(
  row: LedgerRow,
  { window, kind }: QuotaLimit,
  difference: number,
  now: Date,
): Partial<LedgerRow> {
  const slots = kind === 'sliding' ? row.slots[window] : undefined
  if (!slots) return { [`${window}Used`]: Math.max(0, row[`${window}Used`] + difference) }
  const changed = { ...slots }
  if (difference > 0) {
    const slot = String(slotOf(window, now))
    changed[slot] = (changed[slot] ?? 0) + difference
  }
  let surplus = -difference
  for (const slot of oldestCountedSlots(slots, window, now)) {
    const taken = Math.min(Math.max(0, surplus), changed[slot] ?? 0)
    changed[slot] = (changed[slot] ?? 0) - taken
    surplus -= taken
  }
  return { slots: { ...row.slots, [window]: changed } }
}

async function noteDrift(tx: Queryable, correction: Correction, used: number): Promise<void> {
  const { provider, limit, reported, source, now } = correction
  const noted = {
    at: now,
    quotaLimit: limit.limit,
    ledgerLeft: Math.max(0, limit.limit - used),
    reportedLeft: reported.left,
    source,
  }
  await tx
    .insert(quotaDrifts)
    .values({ provider, quotaWindow: limit.window, windowEnd: windowEnd(limit, now), ...noted })
    .onConflictDoUpdate({
      target: [quotaDrifts.provider, quotaDrifts.quotaWindow, quotaDrifts.windowEnd],
      set: { ...noted, times: sql`${quotaDrifts.times} + 1` },
    })
}

/** The newest first, of every provider. */
export const driftsSince = (db: Queryable, since: Date): Promise<QuotaDrift[]> =>
  db.select().from(quotaDrifts).where(gte(quotaDrifts.at, since)).orderBy(desc(quotaDrifts.at))
