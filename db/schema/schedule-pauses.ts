import { pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

/** Schedules an operator has paused, so that a new Temporal server learns of it. */
export const schedulePauses = pgTable('schedule_pauses', {
  scheduleId: text().primaryKey(),
  note: text().notNull(),
  seenAt: moment().notNull(),
})
