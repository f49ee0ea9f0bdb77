import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

/** The overview of each analytics run. */
export const analyticsReports = pgTable(
  'analytics_reports',
  {
    runId: text().primaryKey(),
    generatedAt: moment().notNull(),
    report: jsonb().$type<unknown>().notNull(),
  },
  (table) => [
    // The newest one, and cleanup by age.
    index('analytics_reports_generated_at').on(table.generatedAt),
  ],
)
