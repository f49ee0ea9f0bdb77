import { date, doublePrecision, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { cities } from './cities.ts'
import { cityId, moment } from './columns.ts'

/** A city's statistics over its own last local days; the newest only. */
export const cityAnalytics = pgTable('city_analytics', {
  cityId: cityId()
    .primaryKey()
    .references(() => cities.id, { onDelete: 'cascade' }),
  fromDate: date({ mode: 'string' }).notNull(),
  toDate: date({ mode: 'string' }).notNull(),
  temperatureAvgC: doublePrecision(),
  temperatureMinC: doublePrecision(),
  temperatureMaxC: doublePrecision(),
  relativeHumidityAvgPct: doublePrecision(),
  dataPoints: integer().notNull(),
  generatedAt: moment().notNull(),
  runId: text().notNull(),
})
