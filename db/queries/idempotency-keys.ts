import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import { idempotencyKeys } from '../schema/index.ts'
import { timestamptz } from './timestamptz.ts'

export interface KeyClaim {
  readonly key: string
  readonly bodyHash: string
  /** That of the request, where no one has begun to answer it. */
  readonly requestId: string
  readonly now: Date
  readonly claimedUntil: Date
  /** Rows from before are as if they were not there. */
  readonly expiredBefore: Date
}

/**
 * The id under which the caller answers the request; undefined where another has, or does. Where
 * one began with the same body and was cut off, it is that one's id.
 */
export async function claimKey(
  db: Queryable,
  { key, bodyHash, requestId, now, claimedUntil, expiredBefore }: KeyClaim,
): Promise<string | undefined> {
  const old = idempotencyKeys
  const isExpired = sql`${old.createdAt} <= ${timestamptz(expiredBefore)}`
  const isCutOff = sql`(${old.response} is null and ${old.claimedUntil} <= ${timestamptz(now)})`
  const [claimed] = await db
    .insert(idempotencyKeys)
    .values({ key, bodyHash, requestId, createdAt: now, claimedUntil })
    .onConflictDoUpdate({
      target: old.key,
      set: {
        bodyHash,
        requestId: sql`case when ${isExpired} or ${old.bodyHash} <> excluded.body_hash
          then excluded.request_id else ${old.requestId} end`,
        createdAt: now,
        claimedUntil,
        response: null,
      },
      setWhere: sql`${isExpired} or ${isCutOff}`,
    })
    .returning({ requestId: old.requestId })
  return claimed?.requestId
}

export interface AnsweredKey {
  readonly bodyHash: string
  /** Null while it is being answered. */
  readonly response: unknown
}

export async function answerOfKey(db: Queryable, key: string): Promise<AnsweredKey | undefined> {
  const { bodyHash, response } = idempotencyKeys
  const [row] = await db
    .select({ bodyHash, response })
    .from(idempotencyKeys)
    .where(eq(idempotencyKeys.key, key))
  return row
}

interface OwnKey {
  readonly key: string
  readonly requestId: string
}

export async function keepAnswer(
  db: Queryable,
  { key, requestId }: OwnKey,
  response: unknown,
): Promise<void> {
  await db.update(idempotencyKeys).set({ response }).where(isOwn(key, requestId))
}

/** Lets the request be made again at once. */
export async function releaseKey(
  db: Queryable,
  { key, requestId }: OwnKey,
  now: Date,
): Promise<void> {
  await db
    .update(idempotencyKeys)
    .set({ claimedUntil: now })
    .where(and(isOwn(key, requestId), isNull(idempotencyKeys.response)))
}

const isOwn = (key: string, requestId: string) =>
  and(eq(idempotencyKeys.key, key), eq(idempotencyKeys.requestId, requestId))
