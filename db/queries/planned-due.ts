import { sql, type SQL } from 'drizzle-orm'
import { UNSEEN_REQUESTS } from '../../domain/plan/demand-weights.ts'
import { MAX_HALF_LIVES } from '../../domain/analytics/popularity.ts'
import { GOLDEN_TURN, NEVER_TICKS, slackMinutes, TIE_SHARE } from '../../domain/plan/gap.ts'
import type { DueRule, LayerRule, ProductRule } from '../../domain/plan/due-rule.ts'
import { LATENESS_TIE } from '../../domain/plan/select-calls.ts'
import type { Product } from '../../domain/weather/product.ts'
import { cities, cityReads, refreshStates } from '../schema/index.ts'
import { timestamptz } from './timestamptz.ts'

const CONFIRMED_AT = {
  conditions: refreshStates.conditionsConfirmedAt,
  forecast: refreshStates.forecastConfirmedAt,
  'air-quality': refreshStates.airQualityConfirmedAt,
} as const

const float = (value: number): SQL => sql`${value}::float8`

/**
 * Whether a product of a row of `refresh_states` is due by the plan: the domain's `dueOf` in SQL,
 * operation by operation, so that both choose the same rows.
 */
export function plannedDue(rule: DueRule, product: Product): SQL {
  const one = rule.products[product]
  if (!one) return sql`false`
  return sql`(select ${dueBy(one)} from (select ${facts(rule, one, product)}) as facts
    cross join lateral (select ${gaps(one)}) as gaps)`
}

/** What the expression is made of: ages in ticks, the weight of now, the promise. */
function facts(rule: DueRule, one: ProductRule, product: Product): SQL {
  const own = refreshStates.cityId
  const turns = sql`((${own}::float8 + ${float(rule.seed)}) * ${float(GOLDEN_TURN)})`
  const fraction = sql`(${turns} - floor(${turns}))`
  const requests = requestsOf(rule)
  const share = sql`((${requests} + ${float(UNSEEN_REQUESTS)}) / ${float(rule.requests + UNSEEN_REQUESTS * rule.cities)})`
  const zone = sql`(select ${cities.timeZone} from ${cities} where ${cities.id} = ${own})`
  const hour = sql`extract(hour from ${timestamptz(new Date(rule.atMs))} at time zone ${zone})::int`
  const demand = sql`(${sql`array[${sql.join(rule.curve.map(float), sql`, `)}]`})[${hour} + 1]`
  const asked = one.floor?.sources[0]?.id
  const floorAt =
    asked !== undefined && product === 'conditions'
      ? sql`(${refreshStates.conditionsAskedAt} ->> ${asked}::text)::float8`
      : sql`null::float8`
  return sql`${fraction} as fraction,
    ${share} * ${float(one.value)} * (1 + ${float(TIE_SHARE)} * ${fraction}) * ${demand} as weight,
    ${ageTicks(rule, sql`extract(epoch from ${CONFIRMED_AT[product]})::float8 / 60`)} as age,
    ${ageTicks(rule, floorAt)} as floor_age,
    ${mostTicks(one, requests)} as most`
}

function requestsOf({ atMs, halfLifeHours }: DueRule): SQL {
  const { score, scoredAt } = cityReads
  const hours = sql`greatest(0, extract(epoch from ${timestamptz(new Date(atMs))} - ${scoredAt}) / 3600)::float8`
  const lives = sql`least(${float(MAX_HALF_LIVES)}, ${hours} / ${float(halfLifeHours)})`
  return sql`coalesce((select ${score} * power(2::float8, -${lives}) from ${cityReads}
    where ${cityReads.cityId} = ${refreshStates.cityId}), 0)`
}

/** Minutes since 1970 as whole ticks before the plan's; null is never. */
function ageTicks({ atMs, tickMinutes }: DueRule, minutes: SQL): SQL {
  const slack = slackMinutes(tickMinutes)
  const passed = sql`${float(atMs / 60_000)} - ${minutes} - ${float(slack)}`
  return sql`case when ${minutes} is null then ${float(NEVER_TICKS)}
    else greatest(0, ceil((${passed}) / ${float(tickMinutes)})) end`
}

function mostTicks({ tiers }: ProductRule, requests: SQL): SQL {
  const population = sql`(select ${cities.population} from ${cities} where ${cities.id} = ${refreshStates.cityId})`
  const branches = tiers.map(({ leastRequests, leastPopulation, mostTicks }) => {
    const met = [
      ...(leastRequests === undefined ? [] : [sql`${requests} >= ${float(leastRequests)}`]),
      ...(leastPopulation === undefined
        ? []
        : [sql`coalesce(${population}, 0) >= ${float(leastPopulation)}`]),
      sql`true`,
    ]
    return sql`when ${sql.join(met, sql` and `)} then ${float(mostTicks)}`
  })
  return branches.length > 0 ? sql`case ${sql.join(branches, sql` `)} end` : sql`'Infinity'::float8`
}

const gapAt = (price: number, least: SQL, most: SQL): SQL =>
  sql`least(greatest(ceil(sqrt(${float(price)} / weight + 0.25::float8) - 0.5::float8), ${least}), ${most})`

/** The gaps of the layers, at their prices. */
function gaps({ layer, floor, cuts = [], leastTicks }: ProductRule): SQL {
  const least = float(leastTicks)
  if (!floor) {
    return sql`${gapAt(layer?.price ?? 0, least, sql`most`)} as gap, null::float8 as floor_gap`
  }
  const round = float(floor.roundTicks)
  const cut = [...cuts.entries()].reverse().map(([index, { gapTicks, worth }]) => {
    const before = cuts[index - 1]?.gapTicks ?? floor.roundTicks
    return sql`when weight * ${float(worth)} >= ${float(layer?.price ?? 0)} or ${float(before)} > most then ${float(gapTicks)}`
  })
  const gap = cut.length > 0 ? sql`case ${sql.join(cut, sql` `)} else ${round} end` : round
  const floorGap = gapAt(
    floor.price,
    sql`greatest(${least}, ${round})`,
    sql`greatest(most, ${round})`,
  )
  return sql`${gap} as gap, ${floorGap} as floor_gap`
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
