import { jsonb, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import type { PlaceMemory } from '../../domain/provider/provider.ts'
import { cities } from './cities.ts'
import { cityId, moment, providerId } from './columns.ts'

/** What a provider has taught us of a place: stations, Expires, not covered. */
export const providerPlaces = pgTable(
  'provider_places',
  {
    provider: providerId().notNull(),
    cityId: cityId()
      .notNull()
      .references(() => cities.id, { onDelete: 'cascade' }),
    memory: jsonb().$type<PlaceMemory>().notNull(),
    updatedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.cityId] })],
)
