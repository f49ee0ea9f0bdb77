import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { Role } from '../../domain/access/role.ts'
import { moment } from './columns.ts'

/** Who may use the API. A row stays after its token was revoked, because the audit names it. */
export const apiTokens = pgTable(
  'api_tokens',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    name: text().notNull().unique(),
    role: text().$type<Role>().notNull(),
    /** SHA-256 of the token, in hex: the token itself is stored nowhere. */
    hash: text().notNull().unique(),
    createdAt: moment().notNull(),
    /** Null: it does not end by itself. */
    expiresAt: moment(),
    /** To the minute or so. */
    lastUsedAt: moment(),
    revokedAt: moment(),
  },
  ({ role }) => [check('api_tokens_role', sql`${role} in ('read', 'operate', 'admin')`)],
)
