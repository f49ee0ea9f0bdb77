import { doublePrecision, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type {
  ThresholdField,
  ThresholdSeverity,
  ThresholdSide,
} from '../../domain/thresholds/threshold.ts'
import { cities } from './cities.ts'
import { cityId, moment } from './columns.ts'

/** From which value on a city's weather is notified. */
export const thresholds = pgTable('thresholds', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  name: text().notNull().unique(),
  field: text().$type<ThresholdField>().notNull(),
  side: text().$type<ThresholdSide>().notNull(),
  /** In the field's canonical unit. */
  value: doublePrecision().notNull(),
  severity: text().$type<ThresholdSeverity>().notNull().default('warning'),
  /** Null: for every city. */
  cityId: cityId().references(() => cities.id, { onDelete: 'cascade' }),
  /** In the zone of the city; null: always sent at once. */
  quietFrom: text(),
  quietTo: text(),
  createdAt: moment().notNull(),
})
