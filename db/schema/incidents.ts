import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type {
  IncidentEnd,
  IncidentSeverity,
  IncidentStatus,
  KindCounts,
  ServerCounts,
} from '../../domain/incidents/incident.ts'
import type { IncidentCause } from '../../domain/incidents/incident-cause.ts'
import type { Product } from '../../domain/weather/product.ts'
import { moment, providerId } from './columns.ts'

/** Times in which a provider did not serve the cities it was asked about, one per cause. */
export const incidents = pgTable(
  'incidents',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    provider: providerId().notNull(),
    cause: text().$type<IncidentCause>().notNull(),
    status: text().$type<IncidentStatus>().notNull(),
    severity: text().$type<IncidentSeverity>().notNull(),
    /** The products it was asked for in vain. */
    endpoints: text().array().$type<Product[]>().notNull(),
    startedAt: moment().notNull(),
    lastFailureAt: moment().notNull(),
    /** When it first served again after that; the end, once it has gone on for the quiet time. */
    recoveredAt: moment(),
    endedAt: moment(),
    ended: text().$type<IncidentEnd>(),
    /** Name of the token, where a person ended it. */
    endedBy: text(),
    escalatedAt: moment(),
    /** How often it failed again within the quiet time. */
    reopened: integer().notNull().default(0),
    /** What the first failure said. */
    message: text(),
    /** Refreshes of cities, by kind of error, and by who served instead. */
    kinds: jsonb().$type<KindCounts>().notNull(),
    servedBy: jsonb().$type<ServerCounts>().notNull(),
    /** The latest, in the order in which they met it. */
    runIds: text().array().notNull(),
    /** As of `judgedAt`: distinct cities, and those of them that no one served. */
    cities: integer().notNull().default(0),
    unserved: integer().notNull().default(0),
    judgedAt: moment().notNull(),
  },
  (table) => [
    // Of each cause one is not closed at most; these are read with every page of refreshes.
    uniqueIndex('incidents_not_closed')
      .on(table.provider, table.cause)
      .where(sql`status <> 'closed'`),
    // Those of a period, and the cleanup's oldest rows.
    index('incidents_ended_at').on(table.endedAt),
  ],
)
