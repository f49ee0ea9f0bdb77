import { asc, eq, sql } from 'drizzle-orm'
import type { NotificationType } from '../../domain/notifications/notification.ts'
import type { Database, Queryable } from '../database.ts'
import { webhooks } from '../schema/index.ts'
import { notifyOne } from './notifications.ts'

/** A webhook as people see it: without its secret. */
export interface StoredWebhook extends Omit<typeof webhooks.$inferSelect, 'secret'> {
  /** Deliveries that wait. */
  readonly pending: number
}

const STORED = {
  id: webhooks.id,
  name: webhooks.name,
  url: webhooks.url,
  types: webhooks.types,
  active: webhooks.active,
  createdAt: webhooks.createdAt,
  lastAnswer: webhooks.lastAnswer,
  lastAnswerAt: webhooks.lastAnswerAt,
  lastDeliveredAt: webhooks.lastDeliveredAt,
  pending:
    sql<number>`(select count(*) from webhook_deliveries d where d.webhook_id = webhooks.id and d.status = 'pending')`.mapWith(
      Number,
    ),
}

export interface NewWebhook {
  readonly name: string
  readonly url: string
  readonly secret: string
  readonly types: readonly NotificationType[]
  readonly createdAt: Date
}

/** Undefined where the name is taken. */
export async function storeWebhook(
  db: Queryable,
  { types, ...hook }: NewWebhook,
): Promise<StoredWebhook | undefined> {
  const [row] = await db
    .insert(webhooks)
    .values({ ...hook, types: [...types] })
    .onConflictDoNothing()
    .returning(STORED)
  return row
}

export const listWebhooks = (db: Queryable): Promise<StoredWebhook[]> =>
  db.select(STORED).from(webhooks).orderBy(asc(webhooks.id))

export async function webhookNamed(
  db: Queryable,
  name: string,
): Promise<StoredWebhook | undefined> {
  const [row] = await db.select(STORED).from(webhooks).where(eq(webhooks.name, name))
  return row
}

export async function webhookById(db: Queryable, id: number): Promise<StoredWebhook | undefined> {
  const [row] = await db.select(STORED).from(webhooks).where(eq(webhooks.id, id))
  return row
}

/** With the deliveries that wait; undefined where there is none. */
export async function deleteWebhook(db: Queryable, id: number): Promise<StoredWebhook | undefined> {
  const found = await webhookById(db, id)
  if (found) await db.delete(webhooks).where(eq(webhooks.id, id))
  return found
}

/** One test, for this webhook alone. */
export const testWebhook = (
  db: Database,
  { id, name }: Pick<StoredWebhook, 'id' | 'name'>,
  at: Date,
): Promise<void> =>
  db.transaction((tx) =>
    notifyOne(tx, id, {
      type: 'webhook.test',
      subject: `webhook/${id}`,
      at,
      data: { webhook: name, message: 'This is a test.' },
    }),
  )
