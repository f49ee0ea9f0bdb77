import { boolean, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { Attempt } from '../../domain/provider/attempt.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { ProductRefreshes } from '../../domain/provider/explain.ts'
import type { CityOutcome } from '../../domain/provider/outcome.ts'
import { cities } from './cities.ts'
import { cityId, moment, providerId } from './columns.ts'

/** One row per city, from its import on: when each product was last confirmed, and which run holds it. */
export const refreshStates = pgTable(
  'refresh_states',
  {
    cityId: cityId()
      .primaryKey()
      .references(() => cities.id, { onDelete: 'cascade' }),
    conditionsConfirmedAt: moment(),
    forecastConfirmedAt: moment(),
    airQualityConfirmedAt: moment(),
    /** By provider, when it last answered for the conditions, in minutes since 1970. */
    conditionsAskedAt: jsonb().$type<Partial<Record<ProviderId, number>>>().notNull().default({}),
    /** Run that is refreshing the city; a claim past `claimedUntil` has expired. */
    claimedBy: text(),
    claimedUntil: moment(),
    /** How the last refresh ended, and in which run. */
    outcome: text().$type<CityOutcome>(),
    outcomeRunId: text(),
    outcomeAt: moment(),
    outcomeProvider: providerId(),
    attempts: jsonb().$type<readonly Attempt[]>(),
    /** The last refresh of each product, which may have been of different runs. */
    productRefreshes: jsonb().$type<ProductRefreshes>(),
    /** The run that wrote the outcome has not given up on the city: it is not the end yet. */
    asksAgain: boolean().notNull().default(false),
  },
  (table) => [
    // What a resumed shard of a run has behind it.
    index('refresh_states_outcome_run').on(table.outcomeRunId),
    // Pages of the list of cities by age, and those of an age among many others.
    index('refresh_states_age').on(table.conditionsConfirmedAt.asc().nullsFirst(), table.cityId),
  ],
)
