import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { DisagreementKind, Opinion } from '../../domain/weather/disagreement.ts'
import { cities } from './cities.ts'
import { cityId, moment, providerId } from './columns.ts'

/** One of the two sides as it is kept: its moment is text. */
export type KeptOpinion = Omit<Opinion, 'validAt'> & { readonly validAt: string }

/** The times in which two providers said of one city what cannot both be so. */
export const disagreements = pgTable(
  'disagreements',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    cityId: cityId()
      .notNull()
      .references(() => cities.id, { onDelete: 'cascade' }),
    /** Whose value was served. */
    provider: providerId().notNull(),
    otherProvider: providerId().notNull(),
    kinds: text().array().$type<DisagreementKind[]>().notNull(),
    /** Both sides as they were given, of the latest look. */
    served: jsonb().$type<KeptOpinion>().notNull(),
    other: jsonb().$type<KeptOpinion>().notNull(),
    startedAt: moment().notNull(),
    lastAt: moment().notNull(),
    endedAt: moment(),
    /** How many looks found it. */
    times: integer().notNull().default(1),
    runId: text().notNull(),
  },
  (table) => [
    // Of each city and pair one is open at most; the open ones of a page of cities.
    uniqueIndex('disagreements_open')
      .on(table.cityId, table.provider, table.otherProvider)
      .where(sql`ended_at is null`),
    // The latest of a city.
    index('disagreements_city').on(table.cityId, table.id),
    // Cleanup by age.
    index('disagreements_ended_at').on(table.endedAt),
  ],
)
