import { bigint, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { ProviderChange } from '../../domain/provider/provider-change.ts'
import { moment, providerId } from './columns.ts'

/** Who changed what of a provider, and when: written in the transaction that changes it. */
export const providerChanges = pgTable(
  'provider_changes',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment().notNull(),
    provider: providerId().notNull(),
    /** The name of a token, `loopback`, or `command line`. */
    changedBy: text().notNull(),
    /** What was asked for, and the same fields before it. */
    change: jsonb().$type<ProviderChange>().notNull(),
    before: jsonb().$type<ProviderChange>().notNull(),
  },
  (table) => [
    // Cleanup by age.
    index('provider_changes_at').on(table.at),
    // The latest of a provider.
    index('provider_changes_provider').on(table.provider, table.id),
  ],
)
