import { boolean, date, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { FORECAST_DAY_FIELDS } from '../../domain/weather/forecast-fields.ts'
import { cities } from './cities.ts'
import { cityId, provenance, providerId } from './columns.ts'
import { valueColumns } from './value-columns.ts'

export const forecastDays = pgTable(
  'forecast_days',
  {
    cityId: cityId()
      .notNull()
      .references(() => cities.id, { onDelete: 'cascade' }),
    provider: providerId().notNull(),
    /** Local calendar date of the city. */
    date: date({ mode: 'string' }).notNull(),
    ...valueColumns(FORECAST_DAY_FIELDS),
    partial: boolean().notNull(),
    derived: text().array().notNull(),
    ...provenance(),
  },
  (table) => [
    primaryKey({ columns: [table.cityId, table.provider, table.date] }),
    // Cleanup by age.
    index('forecast_days_date').on(table.date),
  ],
)
