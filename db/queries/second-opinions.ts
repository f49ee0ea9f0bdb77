import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { HOUR_MS } from '../../domain/time/durations.ts'
import type { Queryable } from '../database.ts'
import { disagreements, refreshStates, secondOpinionDays } from '../schema/index.ts'
import { timestamptz } from './timestamptz.ts'

/** The cities whose conditions a run served. */
export async function servedBy(
  db: Queryable,
  { runId, since }: { readonly runId: string; readonly since: Date },
): Promise<CityId[]> {
  const rows = await db
    .select({ cityId: refreshStates.cityId })
    .from(refreshStates)
    .where(
      and(
        eq(refreshStates.outcomeRunId, runId),
        sql`${refreshStates.conditionsConfirmedAt} >= ${timestamptz(since)}`,
      ),
    )
    .orderBy(refreshStates.cityId)
  return rows.map(({ cityId }) => cityId)
}

/** One that was not found again for a day is not known to hold any more. */
const CONFIRMED_WITHIN_MS = 24 * HOUR_MS

export async function endUnconfirmed(db: Queryable, now: Date): Promise<void> {
  await db
    .update(disagreements)
    .set({ endedAt: sql`${disagreements.lastAt}` })
    .where(
      and(
        isNull(disagreements.endedAt),
        lt(disagreements.lastAt, new Date(now.getTime() - CONFIRMED_WITHIN_MS)),
      ),
    )
}

export interface SpentOnOpinions {
  readonly asked: number
  readonly compared: number
  readonly disagreed: number
  readonly weight: number
}

export type SpentByProvider = Partial<Record<ProviderId, SpentOnOpinions>>

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/** What second opinions spent of each provider this UTC day. */
export async function spentOnOpinions(
  db: Queryable,
  now: Date,
): Promise<ReadonlyMap<ProviderId, number>> {
  const rows = await db
    .select({ provider: secondOpinionDays.provider, weight: secondOpinionDays.weight })
    .from(secondOpinionDays)
    .where(eq(secondOpinionDays.day, dayOf(now)))
  return new Map(rows.map(({ provider, weight }) => [provider, weight]))
}

export async function addSpent(db: Queryable, spent: SpentByProvider, now: Date): Promise<void> {
  const rows = Object.entries(spent).map(([provider, counts]) => ({
    day: dayOf(now),
    provider: provider as ProviderId,
    ...counts,
  }))
  if (rows.length === 0) return
  await db
    .insert(secondOpinionDays)
    .values(rows)
    .onConflictDoUpdate({
      target: [secondOpinionDays.day, secondOpinionDays.provider],
      set: {
        asked: sql`${secondOpinionDays.asked} + excluded.asked`,
        compared: sql`${secondOpinionDays.compared} + excluded.compared`,
        disagreed: sql`${secondOpinionDays.disagreed} + excluded.disagreed`,
        weight: sql`${secondOpinionDays.weight} + excluded.weight`,
      },
    })
}

/** The latest days on which any was asked for. */
export const opinionDays = (db: Queryable, limit: number) =>
  db
    .select()
    .from(secondOpinionDays)
    .orderBy(desc(secondOpinionDays.day), secondOpinionDays.provider)
    .limit(limit)
