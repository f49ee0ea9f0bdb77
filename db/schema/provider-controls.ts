import { boolean, doublePrecision, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { LimitOverrides } from '../../domain/provider/provider-limits.ts'
import { moment, providerId } from './columns.ts'

/** What a person changed of a provider at run time; null is as the settings say. */
export const providerControls = pgTable('provider_controls', {
  provider: providerId().primaryKey(),
  isEnabled: boolean(),
  priority: integer(),
  limits: jsonb().$type<LimitOverrides>(),
  costPerCall: doublePrecision(),
  monthlyBudget: doublePrecision(),
  changedAt: moment().notNull(),
  changedBy: text().notNull(),
})
