import { boolean, doublePrecision, integer, pgTable, text } from 'drizzle-orm/pg-core'

/** What they are called is looked up in `city_names`. */
export const cities = pgTable('cities', {
  id: integer().primaryKey(),
  name: text().notNull(),
  countryCode: text().notNull(),
  latitude: doublePrecision().notNull(),
  longitude: doublePrecision().notNull(),
  timeZone: text().notNull(),
  population: integer(),
  elevationM: integer(),
  active: boolean().notNull().default(true),
})
