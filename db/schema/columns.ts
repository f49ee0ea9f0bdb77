import { integer, text, timestamp } from 'drizzle-orm/pg-core'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'

/** A moment, to the millisecond that JavaScript's Date carries. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 })

export const providerId = () => text().$type<ProviderId>()

export const cityId = () => integer()

/** Where a stored value came from; on every table of readings. */
export const provenance = () => ({
  fetchedAt: moment().notNull(),
  /** Last time the provider said so: fetched again, or 304. */
  confirmedAt: moment().notNull(),
  runId: text().notNull(),
})
