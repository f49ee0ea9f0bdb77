import { doublePrecision, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { DriftSource } from '../../domain/quota/drift.ts'
import type { QuotaWindow } from '../../domain/quota/windows.ts'
import { moment, providerId } from './columns.ts'

/** Weight by the number of its slot, of the windows that slide. */
export type LedgerSlots = Partial<Readonly<Record<QuotaWindow, Readonly<Record<string, number>>>>>

export type LedgerCorrections = Partial<
  Readonly<Record<QuotaWindow, { readonly atMs: number; readonly source: DriftSource }>>
>

/**
 * One row per provider holds every window, so that one UPDATE reserves in all of them or in none:
 * the row lock makes concurrent callers see each other's charge. A window's end, not its start, says
 * whether its charge still counts: so it does when the rule of the window has changed meanwhile.
 */
export const providerLedgers = pgTable('provider_ledgers', {
  provider: providerId().primaryKey(),
  minuteEnd: moment().notNull(),
  minuteUsed: doublePrecision().notNull(),
  hourEnd: moment().notNull(),
  hourUsed: doublePrecision().notNull(),
  dayEnd: moment().notNull(),
  dayUsed: doublePrecision().notNull(),
  monthEnd: moment().notNull(),
  monthUsed: doublePrecision().notNull(),
  slots: jsonb().$type<LedgerSlots>().notNull().default({}),
  /** Windows whose use was set to what the provider said, when and how. */
  corrected: jsonb().$type<LedgerCorrections>().notNull().default({}),
  /** When the latest charge was made, and the one before it. */
  chargedAt: moment(),
  chargedBeforeAt: moment(),
  /** Earliest start of the next request: the lane's spacing, across processes. */
  nextSendAt: moment().notNull(),
  /** Of the one request that may be on its way, where only one may; who sends it, and until when at most. */
  sender: text(),
  sendingUntil: moment(),
  /** No request before this moment: Retry-After, a window that is used up. */
  parkedUntil: moment(),
  parkedReason: text(),
  /** Fingerprint of the key that the provider refused: no request is sent with it again. */
  refusedKey: text(),
})
