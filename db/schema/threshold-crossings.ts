import { sql } from 'drizzle-orm'
import { bigint, doublePrecision, index, integer, pgTable, uniqueIndex } from 'drizzle-orm/pg-core'
import { cities } from './cities.ts'
import { cityId, moment, providerId } from './columns.ts'
import { thresholds } from './thresholds.ts'

/** The times in which a threshold held for a city. Moments are those the values were valid at. */
export const thresholdCrossings = pgTable(
  'threshold_crossings',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    thresholdId: integer()
      .notNull()
      .references(() => thresholds.id, { onDelete: 'cascade' }),
    cityId: cityId()
      .notNull()
      .references(() => cities.id, { onDelete: 'cascade' }),
    provider: providerId().notNull(),
    startedAt: moment().notNull(),
    startValue: doublePrecision().notNull(),
    /** Null in the quiet hours of the city, until they are over. */
    toldAt: moment(),
    endedAt: moment(),
    endValue: doublePrecision(),
  },
  (table) => [
    // Of each threshold and city one is open at most; these are read with every page of refreshes.
    uniqueIndex('threshold_crossings_open')
      .on(table.cityId, table.thresholdId)
      .where(sql`ended_at is null`),
    // The latest of a threshold.
    index('threshold_crossings_threshold').on(table.thresholdId, table.startedAt),
    // Cleanup by age.
    index('threshold_crossings_ended_at').on(table.endedAt),
  ],
)
