import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
import type { Mode } from '../../domain/mode.ts'
import { moment } from './columns.ts'

/** The one row that says whose data this is: demo and live never share a database. */
export const installation = pgTable('installation', {
  only: boolean().primaryKey().default(true),
  mode: text().$type<Mode>().notNull(),
  stampedAt: moment().notNull(),
  /** Of what `city_names` was made; another version makes it again. */
  cityNames: text(),
})
