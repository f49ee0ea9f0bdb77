import { boolean, pgTable } from 'drizzle-orm/pg-core'
import { text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

export const MODES = ['live', 'demo'] as const

export type Mode = (typeof MODES)[number]

/** The one row that says whose data this is: demo and live never share a database. */
export const installation = pgTable('installation', {
  only: boolean().primaryKey().default(true),
  mode: text().$type<Mode>().notNull(),
  stampedAt: moment().notNull(),
})
