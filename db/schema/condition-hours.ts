import { doublePrecision, index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { cities } from './cities.ts'
import { cityId, moment } from './columns.ts'

/** Conditions added up by city and hour; an hour begins where the city's own clock says so. */
export const conditionHours = pgTable(
  'condition_hours',
  {
    cityId: cityId()
      .notNull()
      .references(() => cities.id, { onDelete: 'cascade' }),
    hour: moment().notNull(),
    /** Rows of `conditions` in the hour. */
    samples: integer().notNull(),
    temperatureSamples: integer().notNull(),
    temperatureSumC: doublePrecision().notNull(),
    temperatureMinC: doublePrecision(),
    temperatureMaxC: doublePrecision(),
    humiditySamples: integer().notNull(),
    relativeHumiditySumPct: doublePrecision().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.cityId, table.hour] }),
    // Cleanup by age.
    index('condition_hours_hour').on(table.hour),
  ],
)
