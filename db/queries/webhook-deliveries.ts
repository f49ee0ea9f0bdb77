import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { NotificationType } from '../../domain/notifications/notification.ts'
import type { Database, Queryable } from '../database.ts'
import { notifications, webhookDeliveries, webhooks } from '../schema/index.ts'
import type { DeliveryStatus } from '../schema/webhook-deliveries.ts'

/** What is signed and sent, and where to. */
export interface PendingDelivery {
  readonly webhookId: number
  readonly notificationId: number
  readonly url: string
  readonly secret: string
  readonly messageId: string
  readonly type: NotificationType
  readonly subject: string
  readonly at: Date
  readonly data: Readonly<Record<string, unknown>>
  readonly createdAt: Date
  readonly attempts: number
}

/** The oldest first; none of a webhook that is switched off. */
export const pendingDeliveries = (
  db: Queryable,
  webhookId: number,
  limit: number,
): Promise<PendingDelivery[]> =>
  db
    .select({
      webhookId: webhookDeliveries.webhookId,
      notificationId: webhookDeliveries.notificationId,
      url: webhooks.url,
      secret: webhooks.secret,
      messageId: notifications.messageId,
      type: notifications.type,
      subject: notifications.subject,
      at: notifications.at,
      data: notifications.data,
      createdAt: webhookDeliveries.createdAt,
      attempts: webhookDeliveries.attempts,
    })
    .from(webhookDeliveries)
    .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .innerJoin(notifications, eq(notifications.id, webhookDeliveries.notificationId))
    .where(
      and(
        eq(webhookDeliveries.webhookId, webhookId),
        eq(webhookDeliveries.status, 'pending'),
        eq(webhooks.active, true),
      ),
    )
    .orderBy(asc(webhookDeliveries.notificationId))
    .limit(limit)

export interface DeliveryEnd {
  readonly status: DeliveryStatus
  /** What the receiver answered, in a few words. */
  readonly answer: string
  readonly at: Date
  /** The receiver wants no more, ever. */
  readonly isGone: boolean
}

/** Writes down one try of a delivery, with what its webhook answered last. */
export const noteDelivery = (
  db: Database,
  { webhookId, notificationId }: Pick<PendingDelivery, 'webhookId' | 'notificationId'>,
  { status, answer, at, isGone }: DeliveryEnd,
): Promise<void> =>
  db.transaction(async (tx) => {
    await tx
      .update(webhookDeliveries)
      .set({
        status,
        attempts: sql`${webhookDeliveries.attempts} + 1`,
        lastAnswer: answer,
        ...(status !== 'pending' && { endedAt: at }),
      })
      .where(
        and(
          eq(webhookDeliveries.webhookId, webhookId),
          eq(webhookDeliveries.notificationId, notificationId),
        ),
      )
    await tx
      .update(webhooks)
      .set({
        lastAnswer: answer,
        lastAnswerAt: at,
        ...(status === 'delivered' && { lastDeliveredAt: at }),
        ...(isGone && { active: false }),
      })
      .where(eq(webhooks.id, webhookId))
  })

export interface ListedDelivery {
  readonly messageId: string
  readonly type: NotificationType
  readonly subject: string
  readonly status: DeliveryStatus
  readonly createdAt: Date
  readonly attempts: number
  readonly lastAnswer: string | null
  readonly endedAt: Date | null
}

/** The newest first. */
export const listDeliveries = (
  db: Queryable,
  webhookId: number,
  limit: number,
): Promise<ListedDelivery[]> =>
  db
    .select({
      messageId: notifications.messageId,
      type: notifications.type,
      subject: notifications.subject,
      status: webhookDeliveries.status,
      createdAt: webhookDeliveries.createdAt,
      attempts: webhookDeliveries.attempts,
      lastAnswer: webhookDeliveries.lastAnswer,
      endedAt: webhookDeliveries.endedAt,
    })
    .from(webhookDeliveries)
    .innerJoin(notifications, eq(notifications.id, webhookDeliveries.notificationId))
    .where(eq(webhookDeliveries.webhookId, webhookId))
    .orderBy(desc(webhookDeliveries.notificationId))
    .limit(limit)
