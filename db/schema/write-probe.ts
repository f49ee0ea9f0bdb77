import { pgTable } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

/** One row, written now and then to learn whether anything can be written. */
export const writeProbe = pgTable('write_probe', { probedAt: moment().notNull() })
