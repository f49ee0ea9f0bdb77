import { and, count, eq, inArray, not, type SQL } from 'drizzle-orm'
import type { Attempt } from '../../domain/provider/attempt.ts'
import type { CityId } from '../../domain/city/city.ts'
import type { CityOutcome, OutcomeCounts } from '../../domain/provider/outcome.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { Queryable } from '../database.ts'
import { cities, refreshStates } from '../schema/index.ts'

export interface StoredOutcome {
  readonly cityId: CityId
  readonly name: string
  readonly outcome: CityOutcome
  readonly provider: ProviderId | null
  readonly attempts: readonly Attempt[]
  /** The run has not given up on the city: it is not the end yet. */
  readonly asksAgain: boolean
}

/** What has become so far of the cities of a run, of these or of all. */
export async function outcomesOfRun(
  db: Queryable,
  runId: string,
  cityIds?: readonly CityId[],
): Promise<StoredOutcome[]> {
  return storedOutcomes(db, cityIds, eq(refreshStates.outcomeRunId, runId))
}

/** How the last refresh of each of these cities ended, whichever run's. */
export const lastOutcomes = (db: Queryable, cityIds: readonly CityId[]): Promise<StoredOutcome[]> =>
  storedOutcomes(db, cityIds, undefined)

async function storedOutcomes(
  db: Queryable,
  cityIds: readonly CityId[] | undefined,
  which: SQL | undefined,
): Promise<StoredOutcome[]> {
  const rows = await db
    .select({
      cityId: refreshStates.cityId,
      name: cities.name,
      outcome: refreshStates.outcome,
      provider: refreshStates.outcomeProvider,
      attempts: refreshStates.attempts,
      asksAgain: refreshStates.asksAgain,
    })
    .from(refreshStates)
    .innerJoin(cities, eq(cities.id, refreshStates.cityId))
    .where(and(which, cityIds ? inArray(refreshStates.cityId, [...cityIds]) : undefined))
  return rows.flatMap(({ outcome, attempts, ...row }) =>
    outcome === null ? [] : [{ ...row, outcome, attempts: attempts ?? [] }],
  )
}

/** How many cities a run is done with, by how they ended. */
export async function countOutcomes(db: Queryable, runId: string): Promise<OutcomeCounts> {
  const rows = await db
    .select({ outcome: refreshStates.outcome, cities: count() })
    .from(refreshStates)
    .where(and(eq(refreshStates.outcomeRunId, runId), not(refreshStates.asksAgain)))
    .groupBy(refreshStates.outcome)
  const counts = { ok: 0, partial: 0, failed: 0 }
  for (const { outcome, cities } of rows) if (outcome !== null) counts[outcome] = cities
  return counts
}
