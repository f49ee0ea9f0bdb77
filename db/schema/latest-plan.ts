import { boolean, jsonb, pgTable } from 'drizzle-orm/pg-core'
import type { DueRule } from '../../domain/plan/due-rule.ts'
import { moment } from './columns.ts'

/** One row: how the latest scheduled refresh of all cities planned; null where the limits carry everything. */
export const latestPlan = pgTable('latest_plan', {
  only: boolean().primaryKey().default(true),
  /** By which it refreshed. */
  current: jsonb().$type<DueRule>(),
  /** Of a day on which all goes well: by it cities are judged. */
  usual: jsonb().$type<DueRule>(),
  at: moment().notNull(),
})
