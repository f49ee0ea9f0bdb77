import { foreignKey, pgTable } from 'drizzle-orm/pg-core'
import { cityId, moment, providerId } from './columns.ts'
import { conditions } from './conditions.ts'

/** Points at the row of `conditions` that is served; it only ever moves forward in time. */
export const latestConditions = pgTable(
  'latest_conditions',
  {
    cityId: cityId().primaryKey(),
    provider: providerId().notNull(),
    validAt: moment().notNull(),
  },
  (table) => [
    foreignKey({
      name: 'latest_conditions_points_at_conditions',
      columns: [table.cityId, table.provider, table.validAt],
      foreignColumns: [conditions.cityId, conditions.provider, conditions.validAt],
    }).onDelete('cascade'),
  ],
)
