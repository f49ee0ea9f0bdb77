import { doublePrecision, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { DriftSource } from '../../domain/quota/drift.ts'
import type { QuotaWindow } from '../../domain/quota/windows.ts'
import { moment, providerId } from './columns.ts'

/** Where a provider's count and the ledger's were apart: one row for each window of time. */
export const quotaDrifts = pgTable(
  'quota_drifts',
  {
    provider: providerId().notNull(),
    quotaWindow: text().$type<QuotaWindow>().notNull(),
    windowEnd: moment().notNull(),
    /** Of the latest. */
    at: moment().notNull(),
    quotaLimit: doublePrecision().notNull(),
    ledgerLeft: doublePrecision().notNull(),
    reportedLeft: doublePrecision().notNull(),
    source: text().$type<DriftSource>().notNull(),
    /** How often within this window. */
    times: integer().notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.quotaWindow, table.windowEnd] }),
    // The latest, and cleanup by age.
    index('quota_drifts_at').on(table.at),
  ],
)
