import { bigint, date, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { CityOutcome } from '../../domain/provider/outcome.ts'

/** City refreshes by outcome and UTC day; `provider` is the one that served, or `none`. */
export const refreshCounts = pgTable(
  'refresh_counts',
  {
    day: date({ mode: 'string' }).notNull(),
    outcome: text().$type<CityOutcome>().notNull(),
    provider: text().notNull(),
    cities: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.outcome, table.provider] })],
)
