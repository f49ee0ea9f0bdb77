import { count, eq, sql } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import { cities, installation, refreshStates } from '../schema/index.ts'
import { timestamptz } from './timestamptz.ts'

export interface Lateness {
  readonly active: number
  /** Of the active ones, those that a run has tried at all: others may have been imported just now. */
  readonly tried: number
  /** Of those, whose conditions were last confirmed before the moment, or never since the installation. */
  readonly late: number
  /** Null before the first migration. */
  readonly installedAt: Date | null
}

/** How many active cities have conditions from before `cutoff` only. */
export async function lateness(db: Queryable, cutoff: Date): Promise<Lateness> {
  const [stamped] = await db.select({ at: installation.stampedAt }).from(installation)
  const installedAt = stamped?.at ?? null
  const { conditionsConfirmedAt, outcomeAt } = refreshStates
  const isTried = sql`(${conditionsConfirmedAt} is not null or ${outcomeAt} is not null)`
  const installed = sql`${installedAt?.toISOString() ?? null}::timestamptz`
  const isLate = sql`coalesce(${conditionsConfirmedAt}, ${installed}) < ${timestamptz(cutoff)}`
  const [counted] = await db
    .select({
      active: count(),
      tried: sql<number>`count(*) filter (where ${isTried})`.mapWith(Number),
      late: sql<number>`count(*) filter (where ${isTried} and ${isLate})`.mapWith(Number),
    })
    .from(cities)
    .innerJoin(refreshStates, eq(refreshStates.cityId, cities.id))
    .where(eq(cities.active, true))
  return { ...(counted ?? { active: 0, tried: 0, late: 0 }), installedAt }
}
