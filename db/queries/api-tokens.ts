import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Role } from '../../domain/access/role.ts'
import type { Queryable } from '../database.ts'
import { apiTokens } from '../schema/index.ts'

/** A token as it is stored, without its hash. */
export type StoredToken = Omit<typeof apiTokens.$inferSelect, 'hash'>

const STORED = {
  id: apiTokens.id,
  name: apiTokens.name,
  role: apiTokens.role,
  createdAt: apiTokens.createdAt,
  expiresAt: apiTokens.expiresAt,
  lastUsedAt: apiTokens.lastUsedAt,
  revokedAt: apiTokens.revokedAt,
}

export interface NewToken {
  readonly name: string
  readonly role: Role
  readonly hash: string
  readonly createdAt: Date
  readonly expiresAt: Date | null
}

/** Undefined where the name is taken. */
export async function storeToken(db: Queryable, token: NewToken): Promise<StoredToken | undefined> {
  const [row] = await db.insert(apiTokens).values(token).onConflictDoNothing().returning(STORED)
  return row
}

/** By its hash; undefined for a token that is unknown or revoked. One that has expired is found. */
export async function tokenByHash(db: Queryable, hash: string): Promise<StoredToken | undefined> {
  const [row] = await db
    .select(STORED)
    .from(apiTokens)
    .where(and(eq(apiTokens.hash, hash), isNull(apiTokens.revokedAt)))
  return row
}

/**
 * Whether the API asks for tokens. One that was revoked or has expired counts: its end must not
 * open the API to everyone.
 */
export async function isAnyToken(db: Queryable): Promise<boolean> {
  const rows = await db.select({ id: apiTokens.id }).from(apiTokens).limit(1)
  return rows.length > 0
}

export async function listTokens(db: Queryable): Promise<StoredToken[]> {
  return db.select(STORED).from(apiTokens).orderBy(desc(apiTokens.id))
}

/** Undefined where there is no such token; a second time changes nothing. */
export async function revokeToken(
  db: Queryable,
  name: string,
  now: Date,
): Promise<StoredToken | undefined> {
  const [row] = await db
    .update(apiTokens)
    .set({ revokedAt: sql`coalesce(${apiTokens.revokedAt}, ${now.toISOString()}::timestamptz)` })
    .where(eq(apiTokens.name, name))
    .returning(STORED)
  return row
}

/** Deletes the row, too; undefined where there is no such token. */
export async function forgetToken(db: Queryable, name: string): Promise<StoredToken | undefined> {
  const [row] = await db.delete(apiTokens).where(eq(apiTokens.name, name)).returning(STORED)
  return row
}

/** An older moment never replaces a newer one. */
export async function noteTokenUse(db: Queryable, id: number, at: Date): Promise<void> {
  const { lastUsedAt } = apiTokens
  await db
    .update(apiTokens)
    .set({ lastUsedAt: at })
    .where(and(eq(apiTokens.id, id), or(isNull(lastUsedAt), lt(lastUsedAt, at))))
}
