import { and, desc, eq, gt, sql, type SQL } from 'drizzle-orm'
import {
  objectiveText,
  type FreshnessObjective,
} from '../../domain/objectives/freshness-objective.ts'
import type { DueRule } from '../../domain/plan/due-rule.ts'
import { LATE_PERIODS } from '../../domain/plan/planned-period.ts'
import { HOUR_MS, MINUTE_S } from '../../domain/time/durations.ts'
import type { Database, Queryable } from '../database.ts'
import { cities, cityReads, freshnessTimes, refreshStates } from '../schema/index.ts'
import { decayedScore } from './decayed-score.ts'
import { plannedPeriod } from './judged-age.ts'
import { usualPlan } from './latest-plan.ts'
import { float } from './planned-facts.ts'
import { timestamptz } from './timestamptz.ts'

/** Of a longer time between two measurements nothing is known: nothing ran that could measure. */
const LONGEST_GAP_MS = 2 * HOUR_MS

export interface Measuring {
  readonly objectives: readonly FreshnessObjective[]
  /** After which a request counts half. */
  readonly halfLifeHours: number
}

/**
 * Adds up, for every objective, how late its cities have been since they were last measured. Exact
 * where it is called right before a refresh: what is confirmed now was not confirmed in between.
 */
export const measureFreshness = (db: Database, measuring: Measuring, at: Date): Promise<void> =>
  db.transaction(async (tx) => {
    // Two at once would both count what has passed since the same moment.
    await tx.execute(sql`lock table freshness_times in share row exclusive mode`)
    const plan = await usualPlan(tx)
    const last = await lastMeasured(tx, at)
    for (const objective of measuring.objectives) {
      const text = objectiveText(objective)
      const since = last.get(text) ?? at
      if (since > at) continue
      const time = await cityTimeSince(tx, { ...measuring, objective, plan, since }, at)
      await tx
        .insert(freshnessTimes)
        .values({ objective: text, until: at, since, ...time })
        .onConflictDoNothing()
    }
  })

async function lastMeasured(db: Queryable, at: Date): Promise<ReadonlyMap<string, Date>> {
  const rows = await db
    .select({
      objective: freshnessTimes.objective,
      until: sql`max(${freshnessTimes.until})`.mapWith(freshnessTimes.until),
    })
    .from(freshnessTimes)
    .where(gt(freshnessTimes.until, new Date(at.getTime() - LONGEST_GAP_MS)))
    .groupBy(freshnessTimes.objective)
  return new Map(rows.map(({ objective, until }) => [objective, until]))
}

interface Measured extends Pick<Measuring, 'halfLifeHours'> {
  readonly objective: FreshnessObjective
  readonly plan: DueRule | null
  readonly since: Date
}

async function cityTimeSince(db: Queryable, measured: Measured, at: Date) {
  const { objective, plan, since, halfLifeHours } = measured
  const confirmedAt = sql`coalesce(${refreshStates.conditionsConfirmedAt}, ${cities.createdAt})`
  const late = sql`extract(epoch from ${timestamptz(at)} - greatest(${timestamptz(since)},
    ${confirmedAt} + make_interval(secs => ${lateAfterSeconds(objective, plan)})))`
  const scoped = db
    .select({ late: sql<number>`greatest(0, ${late})::float8`.as('late') })
    .from(cities)
    .innerJoin(refreshStates, eq(refreshStates.cityId, cities.id))
    .where(
      and(
        eq(cities.active, true),
        objective.kind === 'population'
          ? sql`coalesce(${cities.population}, 0) >= ${objective.atLeast}`
          : undefined,
      ),
    )
    .$dynamic()
  const chosen =
    objective.kind === 'top'
      ? scoped
          .innerJoin(cityReads, eq(cityReads.cityId, cities.id))
          .orderBy(desc(decayedScore(at, halfLifeHours)), cities.id)
          .limit(objective.count)
      : scoped
  const [counted] = await db.select(TOTALS).from(chosen.as('chosen'))
  const { cities: count = 0, lateCities = 0, lateSeconds = 0 } = counted ?? {}
  return {
    cities: count,
    lateCities,
    citySeconds: Math.round((count * (at.getTime() - since.getTime())) / 1000),
    lateCitySeconds: Math.round(lateSeconds),
  }
}

const TOTALS = {
  cities: sql<number>`count(*)`.mapWith(Number),
  lateCities: sql<number>`count(*) filter (where late > 0)`.mapWith(Number),
  lateSeconds: sql<number>`coalesce(sum(late), 0)`.mapWith(Number),
}

/** A city that the plan lets wait longer than the objective is late where it is by its plan. */
function lateAfterSeconds({ minutes }: FreshnessObjective, plan: DueRule | null): SQL {
  const seconds = float(minutes * MINUTE_S)
  if (!plan) return seconds
  const period = plannedPeriod(plan)
  return sql`(select case when period <= ${seconds} then ${seconds}
    else period * ${float(LATE_PERIODS)} end from (select ${period} as period) as planned)`
}
