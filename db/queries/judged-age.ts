import { inArray, sql, type SQL } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import type { DueRule, ProductRule } from '../../domain/plan/due-rule.ts'
import { LATE_PERIODS, PROMISE_MARGIN_TICKS } from '../../domain/plan/planned-period.ts'
import { FRESHNESS_BOUNDS_S } from '../../domain/weather/freshness.ts'
import type { Product } from '../../domain/weather/product.ts'
import type { Queryable } from '../database.ts'
import { refreshStates } from '../schema/index.ts'
import { float, planFacts, planGaps } from './planned-facts.ts'
import { timestamptz } from './timestamptz.ts'

const USUAL_PERIOD_S = FRESHNESS_BOUNDS_S.very_fresh

/** Periods are no shorter: without a plan conditions have this one, and other products what is set. */
const LEAST_PERIODS_S: Readonly<Record<Product, number>> = {
  conditions: USUAL_PERIOD_S,
  forecast: 0,
  'air-quality': 0,
}

/** Seconds in which a product of a row of `refresh_states` is planned to be refreshed. */
export function plannedPeriod(plan: DueRule | null, product: Product = 'conditions'): SQL {
  const one = plan?.products[product]
  const least = float(LEAST_PERIODS_S[product])
  if (!plan || !one) return least
  const demand = float(Math.min(...plan.curve))
  const facts = planFacts(plan, { one, product, demand })
  const gap = effectiveGap(one)
  // As `plannedPeriodMinutes` of the domain.
  const ticks = sql`least(${gap}, (most + ${float(PROMISE_MARGIN_TICKS)}) / ${float(LATE_PERIODS)})`
  return sql`(select greatest(${least}, ${ticks} * ${float(plan.tickMinutes * 60)})
    from (select ${facts}) as facts cross join lateral (select ${planGaps(one)}) as gaps)`
}

/** Of every product, by the plan. */
export function plannedPeriods(db: Queryable, plan: DueRule, cityIds: readonly CityId[]) {
  const seconds = (product: Product) => sql<number>`${plannedPeriod(plan, product)}`.mapWith(Number)
  return db
    .select({
      cityId: refreshStates.cityId,
      conditions: seconds('conditions'),
      forecast: seconds('forecast'),
      'air-quality': seconds('air-quality'),
    })
    .from(refreshStates)
    .where(inArray(refreshStates.cityId, [...cityIds]))
}

/** Heads are cut by scarce calls, the others wait for the floor alone. */
function effectiveGap({ layer, floor }: ProductRule): SQL {
  if (!floor) return sql`gap`
  const round = float(floor.roundTicks)
  const ofHead = layer ? sql`least(gap, ${round})` : round
  return sql`case when floor_gap <= ${round} then ${ofHead} else floor_gap end`
}

/**
 * Seconds since the conditions were confirmed, as buckets of freshness judge them: a city that the
 * plan refreshes every two hours is after four hours what others are after 30 minutes. Null for never.
 */
export function judgedAge(at: Date, plan: DueRule | null): SQL {
  const confirmed = refreshStates.conditionsConfirmedAt
  const seconds = sql`greatest(0, extract(epoch from ${timestamptz(at)} - ${confirmed}))`
  const judged = plan
    ? sql`${seconds}::float8 * ${float(USUAL_PERIOD_S)} / ${plannedPeriod(plan)}`
    : seconds
  // `greatest` passes over null, and a city without data has no age.
  return sql`(case when ${confirmed} is not null then floor(${judged} + 0.5) end)`
}
