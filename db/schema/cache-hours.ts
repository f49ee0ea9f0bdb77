import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

/** What the cache answered, and what it did not have, by kind of entry and UTC hour. */
export const cacheHours = pgTable(
  'cache_hours',
  {
    hour: moment().notNull(),
    kind: text().notNull(),
    hits: bigint({ mode: 'number' }).notNull(),
    misses: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.hour, table.kind] })],
)
