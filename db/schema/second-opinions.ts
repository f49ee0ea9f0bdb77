import { boolean, date, doublePrecision, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { cities } from './cities.ts'
import { cityId, moment, providerId } from './columns.ts'

/** When a second provider was last asked about a city: one row for each city. */
export const secondOpinions = pgTable('second_opinions', {
  cityId: cityId()
    .primaryKey()
    .references(() => cities.id, { onDelete: 'cascade' }),
  askedAt: moment().notNull(),
  provider: providerId().notNull(),
  /** Null where there was no answer, or none of the same moment. */
  agrees: boolean(),
  /** How often one was asked: the next one is another provider's. */
  times: integer().notNull().default(1),
})

/** What second opinions spent of each provider's limits, by UTC day. */
export const secondOpinionDays = pgTable(
  'second_opinion_days',
  {
    day: date().notNull(),
    provider: providerId().notNull(),
    asked: integer().notNull(),
    compared: integer().notNull(),
    disagreed: integer().notNull(),
    weight: doublePrecision().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.provider] })],
)
