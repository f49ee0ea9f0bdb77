import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { cities } from './cities.ts'

/** `own` is the city's name, `alternate` a well-known other one, `spelling` a way to write either. */
export const CITY_NAME_KINDS = ['own', 'alternate', 'spelling'] as const

export type CityNameKind = (typeof CITY_NAME_KINDS)[number]

export const cityNames = pgTable(
  'city_names',
  {
    cityId: integer()
      .notNull()
      .references(() => cities.id, { onDelete: 'cascade' }),
    /** `nameKey` of domain/city/city-name.ts. */
    nameKey: text().notNull(),
    kind: text().$type<CityNameKind>().notNull(),
    /** `trigramsOf` the key. */
    trigrams: text().array().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.cityId, table.nameKey] }),
    // Equality of `?city=`, and prefixes.
    index('city_names_key').on(table.nameKey.op('text_pattern_ops')),
    // What is like a name that no city has, and words that begin as a search does.
    index('city_names_trigrams').using('gin', table.trigrams),
  ],
)
