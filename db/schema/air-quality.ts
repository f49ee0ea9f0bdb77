import { doublePrecision, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { AirQuality, Basis } from '../../domain/weather/reading.ts'
import { cities } from './cities.ts'
import { cityId, moment, provenance, providerId } from './columns.ts'

/** Concentrations in µg/m³. */
export const airQuality = pgTable(
  'air_quality',
  {
    cityId: cityId()
      .notNull()
      .references(() => cities.id, { onDelete: 'cascade' }),
    provider: providerId().notNull(),
    validAt: moment().notNull(),
    basis: text().$type<Basis>().notNull(),
    pm2_5: doublePrecision('pm2_5'),
    pm10: doublePrecision('pm10'),
    carbonMonoxide: doublePrecision(),
    nitrogenDioxide: doublePrecision(),
    sulphurDioxide: doublePrecision(),
    ozone: doublePrecision(),
    ammonia: doublePrecision(),
    indices: jsonb().$type<AirQuality['indices']>().notNull(),
    ...provenance(),
  },
  (table) => [
    primaryKey({ columns: [table.cityId, table.provider, table.validAt] }),
    // Cleanup by age.
    index('air_quality_valid_at').on(table.validAt),
  ],
)
