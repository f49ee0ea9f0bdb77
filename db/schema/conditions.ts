import {
  boolean,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import type { Condition, Intensity } from '../../domain/weather/condition.ts'
import type { Basis } from '../../domain/weather/reading.ts'
import { cities } from './cities.ts'
import { cityId, moment, provenance, providerId } from './columns.ts'

export const conditions = pgTable(
  'conditions',
  {
    cityId: cityId()
      .notNull()
      .references(() => cities.id, { onDelete: 'cascade' }),
    provider: providerId().notNull(),
    validAt: moment().notNull(),
    basis: text().$type<Basis>().notNull(),
    temperatureC: doublePrecision(),
    apparentTemperatureC: doublePrecision(),
    relativeHumidityPct: doublePrecision(),
    pressureMslHpa: doublePrecision(),
    visibilityKm: doublePrecision(),
    uvIndex: doublePrecision(),
    windSpeedKmh: doublePrecision(),
    windGustKmh: doublePrecision(),
    windDirectionDeg: doublePrecision(),
    cloudCoverPct: doublePrecision(),
    precipitationMm: doublePrecision(),
    precipitationWindowMinutes: integer(),
    condition: text().$type<Condition>(),
    intensity: text().$type<Intensity>(),
    isDay: boolean(),
    sunriseAt: moment(),
    sunsetAt: moment(),
    derived: text().array().notNull(),
    ...provenance(),
  },
  (table) => [
    // A retried write is the same row again: the natural key makes it a no-op.
    primaryKey({ columns: [table.cityId, table.provider, table.validAt] }),
    // Cleanup by age.
    index('conditions_valid_at').on(table.validAt),
  ],
)
