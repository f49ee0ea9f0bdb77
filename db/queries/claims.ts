import { and, asc, eq, inArray, isNull, lte, or } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import type { ClaimedCity } from '../../domain/city/claimed-city.ts'
import { firstSource } from '../../domain/plan/first-source.ts'
import type { CityOutcome } from '../../domain/provider/outcome.ts'
import type { Database, Queryable } from '../database.ts'
import { cities, refreshStates } from '../schema/index.ts'
import { CITY } from './cities.ts'
import { dueForAny, hasNoOutcomeOf, planOf, productsDue, type Cutoffs } from './due.ts'

export interface ClaimOptions {
  readonly runId: string
  readonly cityIds: readonly CityId[]
  readonly cutoffs: Cutoffs
  readonly now: Date
  readonly until: Date
}

export interface Claims {
  readonly claimed: readonly ClaimedCity[]
  /** Due, but under the live claim of another run. */
  readonly held: readonly CityId[]
}

/**
 * Claims which of these cities are due. A city this run has already finished is not claimed again, so a
 * resumed shard repeats nothing; its own unfinished claims, and what it asks again, are taken up again.
 */
export function claimDue(db: Database, options: ClaimOptions): Promise<Claims> {
  const { runId, now, until, cutoffs } = options
  return db.transaction(async (tx) => {
    const due = await selectDue(tx, options)
    if (due.length === 0) return { claimed: [], held: [] }
    const ids = due.map(({ city }) => city.id)
    const free = tx
      .select({ id: refreshStates.cityId })
      .from(refreshStates)
      .where(
        and(
          inArray(refreshStates.cityId, ids),
          // Looked at again under the lock: another run may have finished it in between.
          dueForAny(cutoffs),
          or(
            isNull(refreshStates.claimedUntil),
            lte(refreshStates.claimedUntil, now),
            eq(refreshStates.claimedBy, runId),
          ),
        ),
      )
      .for('update', { skipLocked: true })
    const taken = await tx
      .update(refreshStates)
      .set({ claimedBy: runId, claimedUntil: until })
      .where(inArray(refreshStates.cityId, free))
      .returning({ id: refreshStates.cityId })
    const mine = new Set(taken.map(({ id }) => id))
    return {
      claimed: due.filter(({ city }) => mine.has(city.id)),
      held: ids.filter((id) => !mine.has(id)),
    }
  })
}

async function selectDue(
  tx: Queryable,
  { runId, cityIds, cutoffs }: ClaimOptions,
): Promise<ClaimedCity[]> {
  const rows = await tx
    .select({
      city: CITY,
      askedAt: refreshStates.conditionsAskedAt,
      products: productsDue(cutoffs),
    })
    .from(cities)
    .innerJoin(refreshStates, eq(refreshStates.cityId, cities.id))
    .where(
      and(
        eq(cities.active, true),
        inArray(cities.id, [...cityIds]),
        dueForAny(cutoffs),
        or(hasNoOutcomeOf(runId), refreshStates.asksAgain),
      ),
    )
    .orderBy(asc(cities.id))
  const plan = planOf(cutoffs)
  return rows.map(({ city, products, askedAt }) => {
    const first = plan && firstSource(plan, { cityId: city.id, products, askedAt })
    return { city, products, ...(first && { first }) }
  })
}

export interface ClaimStatus {
  readonly cityId: CityId
  /** The run that holds a live claim; null without one. */
  readonly heldBy: string | null
  /** When the last refresh of the city ended; null while the run that holds it asks again. */
  readonly outcomeAt: Date | null
  readonly outcome: CityOutcome | null
}

export async function claimsOf(
  db: Queryable,
  cityIds: readonly CityId[],
  now: Date,
): Promise<ClaimStatus[]> {
  if (cityIds.length === 0) return []
  const rows = await db
    .select({
      cityId: refreshStates.cityId,
      claimedBy: refreshStates.claimedBy,
      claimedUntil: refreshStates.claimedUntil,
      outcomeAt: refreshStates.outcomeAt,
      outcome: refreshStates.outcome,
      asksAgain: refreshStates.asksAgain,
    })
    .from(refreshStates)
    .where(inArray(refreshStates.cityId, [...cityIds]))
  return rows.map(({ cityId, claimedBy, claimedUntil, outcomeAt, outcome, asksAgain }) => ({
    cityId,
    heldBy: claimedUntil !== null && claimedUntil > now ? claimedBy : null,
    outcomeAt: asksAgain ? null : outcomeAt,
    outcome,
  }))
}

/** Frees what a run claimed and did not finish: of these cities, or all of its claims. */
export async function releaseClaims(
  db: Queryable,
  runId: string,
  cityIds?: readonly CityId[],
): Promise<void> {
  await db
    .update(refreshStates)
    .set({ claimedBy: null, claimedUntil: null })
    .where(
      and(
        eq(refreshStates.claimedBy, runId),
        cityIds ? inArray(refreshStates.cityId, [...cityIds]) : undefined,
      ),
    )
}

/** Keeps a run's claims alive while it waits for providers. */
export async function extendClaims(
  db: Queryable,
  runId: string,
  cityIds: readonly CityId[],
  until: Date,
): Promise<void> {
  await db
    .update(refreshStates)
    .set({ claimedUntil: until })
    .where(and(eq(refreshStates.claimedBy, runId), inArray(refreshStates.cityId, [...cityIds])))
}
