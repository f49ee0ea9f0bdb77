import {
  boolean,
  date,
  doublePrecision,
  index,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import type { Condition, Intensity } from '../../domain/weather/condition.ts'
import { cities } from './cities.ts'
import { cityId, moment, provenance, providerId } from './columns.ts'

export const forecastDays = pgTable(
  'forecast_days',
  {
    cityId: cityId()
      .notNull()
      .references(() => cities.id, { onDelete: 'cascade' }),
    provider: providerId().notNull(),
    /** Local calendar date of the city. */
    date: date({ mode: 'string' }).notNull(),
    temperatureMaxC: doublePrecision(),
    temperatureMinC: doublePrecision(),
    precipitationMm: doublePrecision(),
    precipitationProbability: doublePrecision(),
    windSpeedMaxKmh: doublePrecision(),
    windGustMaxKmh: doublePrecision(),
    uvIndexMax: doublePrecision(),
    condition: text().$type<Condition>(),
    intensity: text().$type<Intensity>(),
    sunriseAt: moment(),
    sunsetAt: moment(),
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
