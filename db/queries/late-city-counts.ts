import { count, eq, sql } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import { cities, installation, refreshStates } from '../schema/index.ts'
import { FRESHNESS_BOUNDS_S } from '../../domain/weather/freshness.ts'
import { judgedAge } from './judged-age.ts'
import { usualPlan } from './latest-plan.ts'
import { timestamptz } from './timestamptz.ts'

export interface LateCityCounts {
  readonly active: number
  /** Of the active ones, those that a run has tried at all: others may have been imported just now. */
  readonly tried: number
  /** Of those, whose conditions were last confirmed before the moment, or never since the installation. */
  readonly late: number
  /** Whether they are judged by a plan. */
  readonly isPlanned: boolean
  /** Null before the first migration. */
  readonly installedAt: Date | null
}

/** How many active cities have conditions from before `cutoff` only, and older than they are planned to be. */
export async function lateCityCounts(
  db: Queryable,
  { at, cutoff }: { readonly at: Date; readonly cutoff: Date },
): Promise<LateCityCounts> {
  const [stamped] = await db.select({ at: installation.stampedAt }).from(installation)
  const installedAt = stamped?.at ?? null
  const { conditionsConfirmedAt, outcomeAt } = refreshStates
  const isTried = sql`(${conditionsConfirmedAt} is not null or ${outcomeAt} is not null)`
  const installed = sql`${installedAt?.toISOString() ?? null}::timestamptz`
  const isOld = sql`coalesce(${conditionsConfirmedAt}, ${installed}) < ${timestamptz(cutoff)}`
  const plan = await usualPlan(db)
  const isInTime = sql`coalesce(${judgedAge(at, plan)} <= ${FRESHNESS_BOUNDS_S.fresh}, false)`
  const isLate = plan ? sql`${isOld} and not ${isInTime}` : isOld
  const [counted] = await db
    .select({
      active: count(),
      tried: sql<number>`count(*) filter (where ${isTried})`.mapWith(Number),
      late: sql<number>`count(*) filter (where ${isTried} and ${isLate})`.mapWith(Number),
    })
    .from(cities)
    .innerJoin(refreshStates, eq(refreshStates.cityId, cities.id))
    .where(eq(cities.active, true))
  return { ...(counted ?? { active: 0, tried: 0, late: 0 }), isPlanned: plan !== null, installedAt }
}
