import { date, pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

/** Which run has a local day's cleanup: the first firing of the day takes it. */
export const cleanupDays = pgTable('cleanup_days', {
  localDate: date({ mode: 'string' }).primaryKey(),
  runId: text().notNull(),
  claimedAt: moment().notNull(),
})
