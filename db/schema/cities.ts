import { boolean, doublePrecision, index, integer, pgTable, text } from 'drizzle-orm/pg-core'

export const cities = pgTable(
  'cities',
  {
    id: integer().primaryKey(),
    name: text().notNull(),
    /** `nameKey` of domain/city-name.ts: how names are looked up. */
    nameKey: text().notNull(),
    countryCode: text().notNull(),
    latitude: doublePrecision().notNull(),
    longitude: doublePrecision().notNull(),
    timeZone: text().notNull(),
    population: integer(),
    active: boolean().notNull().default(true),
  },
  (table) => [
    // `?city=&country=` and the names of POST monitoring/refresh.
    index('cities_name').on(table.nameKey, table.countryCode),
  ],
)
