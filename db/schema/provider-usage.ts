import { bigint, doublePrecision, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { ProviderErrorKind } from '../../domain/provider/provider-error.ts'
import { moment, providerId } from './columns.ts'

/**
 * Requests by endpoint, outcome and UTC hour: what quota reports and metrics count. What has grown old is
 * added up in the hour 1970-01-01T00:00Z, so that totals never fall.
 */
export const providerUsage = pgTable(
  'provider_usage',
  {
    provider: providerId().notNull(),
    hour: moment().notNull(),
    /** The products that the requests answer, such as `conditions+forecast`; `all` before they were distinguished. */
    endpoint: text().notNull().default('all'),
    outcome: text().$type<'ok' | ProviderErrorKind>().notNull(),
    requests: bigint({ mode: 'number' }).notNull(),
    places: bigint({ mode: 'number' }).notNull(),
    weight: doublePrecision().notNull(),
    /** Faults of our adapters that these requests brought to light. */
    defects: bigint({ mode: 'number' }).notNull().default(0),
    /** Weather codes in their answers that no table here has. Named, because cleanup sums it by name. */
    unknownCodes: bigint('unknown_codes', { mode: 'number' }).notNull().default(0),
    /** Requests whose time was measured, and how long they took together and at most. */
    timed: bigint({ mode: 'number' }).notNull().default(0),
    durationMs: bigint('duration_ms', { mode: 'number' }).notNull().default(0),
    maxDurationMs: bigint('max_duration_ms', { mode: 'number' }).notNull().default(0),
    /** When the latest of them ended; null where that was not written down. */
    lastAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.hour, table.endpoint, table.outcome] }),
    // The last hour and day of every provider, and cleanup by age.
    index('provider_usage_hour').on(table.hour),
  ],
)
