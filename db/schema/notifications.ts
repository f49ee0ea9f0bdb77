import { bigint, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { NotificationType } from '../../domain/notifications/notification.ts'
import { moment } from './columns.ts'

/** What there is to tell, written in the transaction that makes it so. */
export const notifications = pgTable(
  'notifications',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** What receivers know a repetition by. */
    messageId: uuid().notNull().defaultRandom(),
    type: text().$type<NotificationType>().notNull(),
    subject: text().notNull(),
    at: moment().notNull(),
    data: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
  },
  (table) => [
    // Cleanup by age.
    index('notifications_at').on(table.at),
  ],
)
