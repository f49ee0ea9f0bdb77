import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { NotificationType } from '../../domain/notifications/notification.ts'
import { moment } from './columns.ts'

/** Who is notified of incidents, alerts and weather. */
export const webhooks = pgTable('webhooks', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  name: text().notNull().unique(),
  /** May hold a token of the receiver's: for admins only, and never logged. */
  url: text().notNull(),
  /** As it is, because it signs. It is shown once and read by the sender alone. */
  secret: text().notNull(),
  types: text().array().$type<NotificationType[]>().notNull(),
  active: boolean().notNull().default(true),
  createdAt: moment().notNull(),
  /** What the receiver answered last, and when. */
  lastAnswer: text(),
  lastAnswerAt: moment(),
  lastDeliveredAt: moment(),
})
