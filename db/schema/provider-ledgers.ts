import { doublePrecision, pgTable, text } from 'drizzle-orm/pg-core'
import { moment, providerId } from './columns.ts'

/**
 * One row per provider holds every window, so that one UPDATE reserves in all of them or in none:
 * the row lock makes concurrent callers see each other's charge.
 */
export const providerLedgers = pgTable('provider_ledgers', {
  provider: providerId().primaryKey(),
  minuteStart: moment().notNull(),
  minuteUsed: doublePrecision().notNull(),
  hourStart: moment().notNull(),
  hourUsed: doublePrecision().notNull(),
  dayStart: moment().notNull(),
  dayUsed: doublePrecision().notNull(),
  monthStart: moment().notNull(),
  monthUsed: doublePrecision().notNull(),
  /** Earliest start of the next request: the lane's spacing, across processes. */
  nextSendAt: moment().notNull(),
  /** No request before this moment: Retry-After, a refused key. */
  parkedUntil: moment(),
  parkedReason: text(),
})
