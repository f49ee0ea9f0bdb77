import { and, asc, eq, isNull, lt, max, or, sql } from 'drizzle-orm'
import type { NewNotification } from '../../domain/notifications/notification.ts'
import type { Queryable } from '../database.ts'
import { notifications, webhookDeliveries, webhooks } from '../schema/index.ts'

/**
 * Writes what there is to tell, with a delivery for each webhook that wants it, in the transaction
 * that makes it so: what was rolled back is never sent, and what was stored is never forgotten.
 */
export async function notify(tx: Queryable, toSend: readonly NewNotification[]): Promise<void> {
  if (toSend.length === 0) return
  const stored = await tx
    .insert(notifications)
    .values(toSend.map((one) => ({ ...one })))
    .returning({ id: notifications.id })
  const ids = `{${stored.map(({ id }) => id).join(',')}}`
  await tx.execute(sql`
    insert into webhook_deliveries (webhook_id, notification_id, created_at)
    select w.id, n.id, n.at
    from notifications n join webhooks w on w.active and n.type = any(w.types)
    where n.id = any(${sql.param(ids)}::bigint[])`)
}

/** Tells one webhook alone. */
export async function notifyOne(
  tx: Queryable,
  webhookId: number,
  toSend: NewNotification,
): Promise<void> {
  const [stored] = await tx.insert(notifications).values(toSend).returning({ id: notifications.id })
  if (!stored) throw new Error('a notification was not stored')
  const delivery = { webhookId, notificationId: stored.id, createdAt: toSend.at }
  await tx.insert(webhookDeliveries).values(delivery)
}

export interface Unannounced {
  readonly webhookId: number
  readonly name: string
  /** The newest there is to tell. */
  readonly until: number
}

/** Webhooks with deliveries that no workflow knows of, or that one was started for before `since`. */
export async function unannounced(db: Queryable, since: Date): Promise<Unannounced[]> {
  const rows = await db
    .select({
      webhookId: webhookDeliveries.webhookId,
      name: webhooks.name,
      until: max(webhookDeliveries.notificationId),
    })
    .from(webhookDeliveries)
    .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .where(
      and(
        eq(webhookDeliveries.status, 'pending'),
        eq(webhooks.active, true),
        or(isNull(webhookDeliveries.announcedAt), lt(webhookDeliveries.announcedAt, since)),
      ),
    )
    .groupBy(webhookDeliveries.webhookId, webhooks.name)
    .orderBy(asc(webhookDeliveries.webhookId))
  return rows.map(({ until, ...row }) => ({ ...row, until: until ?? 0 }))
}

export async function markAnnounced(
  db: Queryable,
  { webhookId, until }: Unannounced,
  at: Date,
): Promise<void> {
  await db
    .update(webhookDeliveries)
    .set({ announcedAt: at })
    .where(
      and(
        eq(webhookDeliveries.webhookId, webhookId),
        eq(webhookDeliveries.status, 'pending'),
        sql`${webhookDeliveries.notificationId} <= ${until}`,
      ),
    )
}
