import { sql } from 'drizzle-orm'
import { bigint, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'
import { notifications } from './notifications.ts'
import { webhooks } from './webhooks.ts'

export const DELIVERY_STATUSES = ['pending', 'delivered', 'given-up'] as const

export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

/** One notification for one webhook, from its outbox to its end. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    webhookId: integer()
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    notificationId: bigint({ mode: 'number' })
      .notNull()
      .references(() => notifications.id, { onDelete: 'cascade' }),
    status: text().$type<DeliveryStatus>().notNull().default('pending'),
    createdAt: moment().notNull(),
    /** When a workflow was started for it; null until then. */
    announcedAt: moment(),
    attempts: integer().notNull().default(0),
    lastAnswer: text(),
    endedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.webhookId, table.notificationId] }),
    // What is to be announced, and what is to be sent, in its order.
    index('webhook_deliveries_pending')
      .on(table.webhookId, table.notificationId)
      .where(sql`status = 'pending'`),
    // Cleanup of notifications, and cleanup by age.
    index('webhook_deliveries_notification').on(table.notificationId),
    index('webhook_deliveries_created_at').on(table.createdAt),
  ],
)
