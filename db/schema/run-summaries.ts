import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

/** How a run ended; outlives Temporal's own history of it. */
export const runSummaries = pgTable(
  'run_summaries',
  {
    runId: text().primaryKey(),
    workflowId: text().notNull(),
    workflowType: text().notNull(),
    trigger: text().notNull(),
    status: text().notNull(),
    startedAt: moment().notNull(),
    finishedAt: moment().notNull(),
    summary: jsonb().$type<unknown>().notNull(),
  },
  (table) => [
    // The newest runs of a type.
    index('run_summaries_started_at').on(table.workflowType, table.startedAt),
    // The latest run of a workflow id.
    index('run_summaries_workflow_id').on(table.workflowId, table.startedAt),
  ],
)
