import { pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

/** Up to which moment a rollup is done. */
export const rollupProgress = pgTable('rollup_progress', {
  rollup: text().primaryKey(),
  upTo: moment().notNull(),
})
