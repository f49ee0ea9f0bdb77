import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

/** What was answered to a request that named itself, so that its repetition starts nothing. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** What the key is for, and the key as it was sent. */
    key: text().primaryKey(),
    bodyHash: text().notNull(),
    /** Part of the workflow's id: who repeats a start that was cut off finds the same workflow. */
    requestId: uuid().notNull(),
    createdAt: moment().notNull(),
    /** Until then the request is being answered, unless `response` is there. */
    claimedUntil: moment().notNull(),
    response: jsonb().$type<unknown>(),
  },
  (table) => [
    // The cleanup's oldest rows.
    index('idempotency_keys_created_at').on(table.createdAt),
  ],
)
