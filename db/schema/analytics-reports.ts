import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

/** The overview of each analytics run. */
export const analyticsReports = pgTable('analytics_reports', {
  generatedAt: moment().primaryKey(),
  runId: text().notNull(),
  report: jsonb().$type<unknown>().notNull(),
})
