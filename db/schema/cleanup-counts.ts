import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

/** Rows a run has deleted, counted in the transaction that deletes them: a crash loses no count. */
export const cleanupCounts = pgTable(
  'cleanup_counts',
  {
    runId: text().notNull(),
    tableName: text().notNull(),
    deleted: bigint({ mode: 'number' }).notNull(),
    countedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.tableName] })],
)
