import { and, eq, inArray, type SQL } from 'drizzle-orm'
import type { Attempt } from '../../domain/attempt.ts'
import type { CityId } from '../../domain/city.ts'
import type { CityOutcome } from '../../domain/outcome.ts'
import type { ProviderId } from '../../domain/provider.ts'
import type { Queryable } from '../client.ts'
import { cities, refreshStates } from '../schema/index.ts'

export interface StoredOutcome {
  readonly cityId: CityId
  readonly name: string
  readonly outcome: CityOutcome
  readonly provider: ProviderId | null
  readonly attempts: readonly Attempt[]
}

/** Which cities, of these or of all, a run has finished so far, and how. */
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
    })
    .from(refreshStates)
    .innerJoin(cities, eq(cities.id, refreshStates.cityId))
    .where(and(which, cityIds ? inArray(refreshStates.cityId, [...cityIds]) : undefined))
  return rows.flatMap(({ outcome, attempts, ...row }) =>
    outcome === null ? [] : [{ ...row, outcome, attempts: attempts ?? [] }],
  )
}
