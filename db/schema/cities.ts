import { sql } from 'drizzle-orm'
import { boolean, check, doublePrecision, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { OWN_PROMISES } from '../../domain/plan/promised-tier.ts'
import { moment } from './columns.ts'

/** What they are called is looked up in `city_names`. */
export const cities = pgTable(
  'cities',
  {
    id: integer().primaryKey(),
    name: text().notNull(),
    countryCode: text().notNull(),
    latitude: doublePrecision().notNull(),
    longitude: doublePrecision().notNull(),
    timeZone: text().notNull(),
    population: integer(),
    elevationM: integer(),
    active: boolean().notNull().default(true),
    /** By hand: the plan keeps it no older. */
    promisedMinutes: integer(),
    createdAt: moment()
      .notNull()
      .default(sql`now()`),
    /** When what is said of it here changed last; its weather has ages of its own. */
    updatedAt: moment()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [
    // The nearest to a place, from bands of latitude.
    index('cities_latitude').on(table.latitude),
    // Pages of the list by name.
    index('cities_name').on(table.name, table.id),
    check(
      'cities_promised_minutes',
      sql`${table.promisedMinutes} in ${sql.raw(`(${OWN_PROMISES.join(', ')})`)}`,
    ),
  ],
)
