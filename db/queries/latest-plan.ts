import type { CityId } from '../../domain/city/city.ts'
import type { DueRule } from '../../domain/plan/due-rule.ts'
import type { Queryable } from '../database.ts'
import { latestPlan } from '../schema/index.ts'
import { plannedCities } from './planned-cities.ts'

/** Null where the limits carry everything. */
export interface LatestPlan {
  readonly current: DueRule | null
  readonly usual: DueRule | null
}

export async function saveLatestPlan(
  db: Queryable,
  { at, ...rules }: LatestPlan & { readonly at: Date },
): Promise<void> {
  await db
    .insert(latestPlan)
    .values({ ...rules, at })
    .onConflictDoUpdate({ target: latestPlan.only, set: { ...rules, at } })
}

export async function readLatestPlan(db: Queryable): Promise<LatestPlan> {
  const [row] = await db.select().from(latestPlan)
  return { current: row?.current ?? null, usual: row?.usual ?? null }
}

/** What cities are judged by. */
export const usualPlan = async (db: Queryable): Promise<DueRule | null> =>
  (await readLatestPlan(db)).usual

/** The latest plan, with what it needs to know of one city. */
export async function latestPlanFor(db: Queryable, cityId: CityId, at: Date) {
  const plan = await readLatestPlan(db)
  const halfLifeHours = (plan.current ?? plan.usual)?.halfLifeHours
  if (halfLifeHours === undefined) return plan
  const [city] = await plannedCities(db, { at, halfLifeHours, cityId })
  return { ...plan, city }
}
