import { sql } from 'drizzle-orm'
import { bigint, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { AlertSeverity, AlertStatus, AlertType } from '../../domain/alerts/alert.ts'
import { moment } from './columns.ts'

/** What the rules over stored values have raised, until long after it was resolved. */
export const alerts = pgTable(
  'alerts',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** What it is about: of each there is one open alert at most. */
    key: text().notNull(),
    type: text().$type<AlertType>().notNull(),
    severity: text().$type<AlertSeverity>().notNull(),
    status: text().$type<AlertStatus>().notNull(),
    message: text().notNull(),
    recommendation: text().notNull(),
    raisedAt: moment().notNull(),
    /** When it last got worse; null where it has not since it was raised. */
    worsenedAt: moment(),
    /** When its rule was last found to hold, and how often. */
    lastSeenAt: moment().notNull(),
    occurrences: integer().notNull(),
    escalatedAt: moment(),
    acknowledgedAt: moment(),
    acknowledgedBy: text(),
    resolvedAt: moment(),
    /** Null where its rule does not hold any more. */
    resolvedBy: text(),
  },
  (table) => [
    uniqueIndex('alerts_open')
      .on(table.key)
      .where(sql`status <> 'resolved'`),
    // What was resolved lately, and the cleanup's oldest rows.
    index('alerts_resolved_at').on(table.resolvedAt),
  ],
)
