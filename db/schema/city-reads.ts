import { doublePrecision, pgTable } from 'drizzle-orm/pg-core'
import { cities } from './cities.ts'
import { cityId, moment } from './columns.ts'

/** How requested a city is: reads at the API, each worth half as much after a half-life. */
export const cityReads = pgTable('city_reads', {
  cityId: cityId()
    .primaryKey()
    .references(() => cities.id, { onDelete: 'cascade' }),
  /** The decayed sum, as it was at `scoredAt`. */
  score: doublePrecision().notNull(),
  scoredAt: moment().notNull(),
})
