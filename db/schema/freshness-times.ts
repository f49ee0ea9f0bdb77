import { bigint, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

/** By objective, how much time its cities had from one measurement to the next, and how much of it late. */
export const freshnessTimes = pgTable(
  'freshness_times',
  {
    /** As the setting has it, such as `top:20=20@95`. */
    objective: text().notNull(),
    until: moment().notNull(),
    since: moment().notNull(),
    cities: integer().notNull(),
    lateCities: integer().notNull(),
    citySeconds: bigint({ mode: 'number' }).notNull(),
    lateCitySeconds: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.objective, table.until] })],
)
