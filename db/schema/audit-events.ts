import { bigint, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { Role } from '../../domain/access/role.ts'
import { moment } from './columns.ts'

/** Every change over HTTP or by a command, written before it happened and completed after. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment().notNull(),
    /** Null for a command. */
    requestId: text(),
    /** The name of the token; `loopback` or `unprotected` where the API asks for none; `cli:<user>`. */
    caller: text().notNull(),
    /** Null where no token was asked for. */
    tokenId: integer(),
    role: text().$type<Role>().notNull(),
    /** Of a command the name of its machine. */
    address: text().notNull(),
    /** `CLI` for a command. */
    method: text().notNull(),
    /** As the route is written, such as `/api/weather/cities/:cityId`, or the words of the command. */
    route: text().notNull(),
    /** The path that was requested, or the words of the command. */
    target: text().notNull(),
    /** Of the body or the command, as JSON without secrets, cut where it is long; null where it had none. */
    fields: text(),
    /** Of the answer, or a command's exit status; null while there is none, and for ever where the process ended before. */
    status: integer(),
    endedAt: moment(),
  },
  (table) => [
    // The oldest go first.
    index('audit_events_at').on(table.at),
  ],
)
