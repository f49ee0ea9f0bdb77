import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { CircuitCause } from '../../domain/provider/circuit.ts'
import { moment, providerId } from './columns.ts'

/** Whether an endpoint of a provider is asked: one row for each that was ever kept from being asked. */
export const providerCircuits = pgTable(
  'provider_circuits',
  {
    provider: providerId().notNull(),
    /** The products that its requests answer, such as `conditions+forecast`. */
    endpoint: text().notNull(),
    cause: text().$type<CircuitCause>().notNull(),
    reason: text().notNull(),
    openedAt: moment().notNull(),
    /** From then on one request may probe it. */
    openUntil: moment().notNull(),
    failedProbes: integer().notNull(),
    /** Until then a probe is on its way, and no process sends another one. */
    probeUntil: moment(),
    /** Null while it is open. */
    closedAt: moment(),
    /** How the answer began that nothing could be read from, with keys masked. */
    sample: text(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.endpoint] })],
)
