import { bigint, index, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { cities } from './cities.ts'
import { cityId, moment } from './columns.ts'

/** Reads at the API by city and UTC hour; kept for as long as the overview looks back. */
export const cityReadHours = pgTable(
  'city_read_hours',
  {
    cityId: cityId()
      .notNull()
      .references(() => cities.id, { onDelete: 'cascade' }),
    hour: moment().notNull(),
    reads: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.cityId, table.hour] }),
    // The overview's window, and cleanup by age.
    index('city_read_hours_hour').on(table.hour),
  ],
)
