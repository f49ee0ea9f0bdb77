import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { CONDITION_FIELDS } from '../../domain/weather/condition-fields.ts'
import type { ValueFlag } from '../../domain/weather/value-flags.ts'
import type { Basis } from '../../domain/weather/reading.ts'
import { cities } from './cities.ts'
import { cityId, moment, provenance, providerId } from './columns.ts'
import { valueColumns } from './value-columns.ts'

export const conditions = pgTable(
  'conditions',
  {
    cityId: cityId()
      .notNull()
      .references(() => cities.id, { onDelete: 'cascade' }),
    provider: providerId().notNull(),
    validAt: moment().notNull(),
    basis: text().$type<Basis>().notNull(),
    ...valueColumns(CONDITION_FIELDS),
    derived: text().array().notNull(),
    /** Why the values may be wrong; null until somebody has looked, and where nothing was found. */
    flags: text().array().$type<ValueFlag[]>(),
    ...provenance(),
  },
  (table) => [
    // A retried write is the same row again: the natural key makes it a no-op.
    primaryKey({ columns: [table.cityId, table.provider, table.validAt] }),
    // Cleanup by age.
    index('conditions_valid_at').on(table.validAt),
  ],
)
