import { pgTable } from 'drizzle-orm/pg-core'
import { cities } from './cities.ts'
import { cityId, moment, providerId } from './columns.ts'

/**
 * Points at the row of `conditions` that is served; it only ever moves forward in time. No foreign
 * key to that row: its check costs more per write than the write, and a pointer to a row that was
 * cleaned up serves nothing, as it should.
 */
export const latestConditions = pgTable('latest_conditions', {
  cityId: cityId()
    .primaryKey()
    .references(() => cities.id, { onDelete: 'cascade' }),
  provider: providerId().notNull(),
  validAt: moment().notNull(),
})
