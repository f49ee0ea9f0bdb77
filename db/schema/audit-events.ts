import { bigint, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { Role } from '../../domain/access/role.ts'
import { moment } from './columns.ts'

/** Every change that was requested over HTTP, written before it happened and completed after. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment().notNull(),
    requestId: text().notNull(),
    /** The name of the token; `loopback` or `unprotected` where the API asks for none. */
    caller: text().notNull(),
    /** Null where the API asks for no token. */
    tokenId: integer(),
    role: text().$type<Role>().notNull(),
    address: text().notNull(),
    method: text().notNull(),
    /** As the route is written, such as `/api/weather/cities/:cityId`. */
    route: text().notNull(),
    /** The path that was requested. */
    target: text().notNull(),
    /** Of the answer; null while there is none, and for ever where the process ended before. */
    status: integer(),
    endedAt: moment(),
  },
  (table) => [
    // The oldest go first.
    index('audit_events_at').on(table.at),
  ],
)
