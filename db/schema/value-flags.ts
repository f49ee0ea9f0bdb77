import { sql } from 'drizzle-orm'
import { bigint, doublePrecision, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { FlaggedValue } from '../../domain/weather/value-flags.ts'
import { cities } from './cities.ts'
import { cityId, moment, providerId } from './columns.ts'

/** Values of one provider that can hardly be, by their moments. They are served as they were given. */
export const valueFlags = pgTable(
  'value_flags',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    cityId: cityId()
      .notNull()
      .references(() => cities.id, { onDelete: 'cascade' }),
    provider: providerId().notNull(),
    flag: text().$type<FlaggedValue['flag']>().notNull(),
    field: text().$type<FlaggedValue['field']>().notNull(),
    since: moment().notNull(),
    until: moment(),
    value: doublePrecision(),
    /** The one before a jump. */
    before: doublePrecision(),
    notedAt: moment().notNull(),
  },
  (table) => [
    // A look that is repeated finds the same again; the latest of a city.
    uniqueIndex('value_flags_natural').on(
      table.cityId,
      table.provider,
      table.flag,
      table.field,
      table.since,
    ),
    // Those that still hold, of a page of cities.
    index('value_flags_open')
      .on(table.cityId)
      .where(sql`until is null`),
    // Cleanup by age.
    index('value_flags_until').on(table.until),
  ],
)
