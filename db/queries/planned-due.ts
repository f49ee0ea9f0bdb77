import { sql, type SQL } from 'drizzle-orm'
import type { DueRule, LayerRule, ProductRule } from '../../domain/plan/due-rule.ts'
import { NEVER_TICKS } from '../../domain/plan/gap.ts'
import { LATENESS_TIE } from '../../domain/plan/select-calls.ts'
import type { Product } from '../../domain/weather/product.ts'
import { demandNow, float, planFacts, planGaps } from './planned-facts.ts'

/**
 * Whether a product of a row of `refresh_states` is due by the plan: the domain's `dueOf` in SQL,
 * operation by operation, so that both choose the same rows.
 */
export function plannedDue(rule: DueRule, product: Product): SQL {
  const one = rule.products[product]
  if (!one) return sql`false`
  const facts = planFacts(rule, { one, product, demand: demandNow(rule) })
  return sql`(select ${dueBy(one)} from (select ${facts}) as facts
    cross join lateral (select ${planGaps(one)}) as gaps)`
}

function dueBy(one: ProductRule): SQL {
  const { layer, floor, leastTicks } = one
  const isOldEnough = sql`age >= ${float(leastTicks)}`
  if (!floor) {
    return layer ? goesBy(layer, { gap: sql`gap`, age: sql`age`, isNew: isOldEnough }) : sql`false`
  }
  const isFloorsTurn = sql`floor_age >= ${float(floor.roundTicks)}`
  const isHead = sql`floor_gap <= ${float(floor.roundTicks)}`
  const byFloor = goesBy(floor, {
    gap: sql`floor_gap`,
    age: sql`case when not ${isHead} then age
      when floor_age >= ${float(NEVER_TICKS)} then greatest(age, ${float(floor.roundTicks)}) else floor_age end`,
    isNew: sql`${isFloorsTurn} and age > 0`,
    keeps: sql`most >= ${float(floor.roundTicks)}`,
  })
  const onFloor = sql`(${isFloorsTurn} and age > 0 and ${byFloor})`
  if (!layer) return onFloor
  const isWanted = sql`gap < ${float(floor.roundTicks)} and ${isHead} and not ${isFloorsTurn}`
  const above = goesBy(layer, {
    gap: sql`least(gap, most)`,
    age: sql`age`,
    isNew: isOldEnough,
    keeps: sql`most < ${float(floor.roundTicks)}`,
  })
  return sql`(${onFloor} or ((${isWanted} or age >= most) and ${above}))`
}

interface Going {
  readonly gap: SQL
  readonly age: SQL
  readonly isNew: SQL
  readonly keeps?: SQL
}

/** By its lateness, or because its promise cannot wait. */
function goesBy(layer: LayerRule, { gap, age, isNew, keeps = sql`true` }: Going): SQL {
  const { latenessMark, firstMark, urgencyMark } = layer
  const lateness = sql`((${age}) / ${gap} * (1 + ${float(LATENESS_TIE)} * fraction))`
  const atLeast = (mark: number | null): SQL =>
    mark === null ? sql`false` : sql`${lateness} >= ${float(mark)}`
  const isFirst = sql`age >= ${float(NEVER_TICKS)}`
  const late = sql`((${age}) >= ${gap} and case when ${isFirst} then ${atLeast(firstMark)} else ${atLeast(latenessMark)} end)`
  if (urgencyMark === null) return late
  const urgency = sql`most - age + 0.5::float8 * (1 - 1 / most) + ${float(LATENESS_TIE)} * fraction`
  return sql`(${late} or (${isNew} and ${keeps} and not ${isFirst} and ${urgency} <= ${float(urgencyMark)}))`
}
