import { bigint, date, doublePrecision, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { ProviderErrorKind } from '../../domain/provider-error.ts'
import { providerId } from './columns.ts'

/** Requests by outcome and UTC day: what quota reports and metrics count. */
export const providerUsage = pgTable(
  'provider_usage',
  {
    provider: providerId().notNull(),
    day: date({ mode: 'string' }).notNull(),
    outcome: text().$type<'ok' | ProviderErrorKind>().notNull(),
    requests: bigint({ mode: 'number' }).notNull(),
    places: bigint({ mode: 'number' }).notNull(),
    weight: doublePrecision().notNull(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.day, table.outcome] })],
)
