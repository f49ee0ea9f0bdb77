import { bigint, boolean, index, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { cityId, moment, providerId } from './columns.ts'

/**
 * The cities an incident has met. No foreign keys: their checks cost more per row than the row, and
 * these rows are written in bulk just when a provider is down.
 */
export const incidentCities = pgTable(
  'incident_cities',
  {
    incidentId: bigint({ mode: 'number' }).notNull(),
    cityId: cityId().notNull(),
    firstAt: moment().notNull(),
    /** Who served it at first; null where no one did. */
    servedBy: providerId(),
    /** Whether it was left unserved at any time. */
    wasUnserved: boolean().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.incidentId, table.cityId] }),
    // The incidents of a city, the newest first.
    index('incident_cities_city').on(table.cityId, table.incidentId),
    // Cleanup by age.
    index('incident_cities_first_at').on(table.firstAt),
  ],
)
