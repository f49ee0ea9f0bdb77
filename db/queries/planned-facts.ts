import { sql, type SQL } from 'drizzle-orm'
import { UNSEEN_REQUESTS } from '../../domain/plan/demand-weights.ts'
import type { DueRule, ProductRule } from '../../domain/plan/due-rule.ts'
import { GOLDEN_TURN, NEVER_TICKS, slackMinutes, TIE_SHARE } from '../../domain/plan/gap.ts'
import type { Product } from '../../domain/weather/product.ts'
import { cities, cityReads, refreshStates } from '../schema/index.ts'
import { decayedScore } from './decayed-score.ts'
import { timestamptz } from './timestamptz.ts'

const CONFIRMED_AT = {
  conditions: refreshStates.conditionsConfirmedAt,
  forecast: refreshStates.forecastConfirmedAt,
  'air-quality': refreshStates.airQualityConfirmedAt,
} as const

export const float = (value: number): SQL => sql`${value}::float8`

/** What the expression is made of: ages in ticks, the weight of now, the promise. */
export function planFacts(
  rule: DueRule,
  { one, product, demand }: { one: ProductRule; product: Product; demand: SQL },
): SQL {
  const own = refreshStates.cityId
  const turns = sql`((${own}::float8 + ${float(rule.seed + (one.turn ?? 0))}) * ${float(GOLDEN_TURN)})`
  const fraction = sql`(${turns} - floor(${turns}))`
  const requests = requestsOf(rule)
  const share = sql`((${requests} + ${float(UNSEEN_REQUESTS)}) / ${float(rule.requests + UNSEEN_REQUESTS * rule.cities)})`
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

/** Of the rule's hour, where the city is. */
export function demandNow({ atMs, curve }: DueRule): SQL {
  const zone = sql`(select ${cities.timeZone} from ${cities} where ${cities.id} = ${refreshStates.cityId})`
  const hour = sql`extract(hour from ${timestamptz(new Date(atMs))} at time zone ${zone})::int`
  return sql`(${sql`array[${sql.join(curve.map(float), sql`, `)}]`})[${hour} + 1]`
}

const requestsOf = ({ atMs, halfLifeHours }: DueRule): SQL =>
  sql`coalesce((select ${decayedScore(new Date(atMs), halfLifeHours)} from ${cityReads}
    where ${cityReads.cityId} = ${refreshStates.cityId}), 0)`

/** Minutes since 1970 as whole ticks before the plan's; null is never. */
function ageTicks({ atMs, tickMinutes }: DueRule, minutes: SQL): SQL {
  const slack = slackMinutes(tickMinutes)
  const passed = sql`${float(atMs / 60_000)} - ${minutes} - ${float(slack)}`
  return sql`case when ${minutes} is null then ${float(NEVER_TICKS)}
    else greatest(0, ceil((${passed}) / ${float(tickMinutes)})) end`
}

function mostTicks({ tiers }: ProductRule, requests: SQL): SQL {
  const own = sql`from ${cities} where ${cities.id} = ${refreshStates.cityId}`
  const branches = tiers.map(({ leastRequests, leastPopulation, ownMinutes, mostTicks }) => {
    const met = [
      ...atLeast(requests, leastRequests),
      ...atLeast(sql`coalesce((select ${cities.population} ${own}), 0)`, leastPopulation),
      ...(ownMinutes === undefined
        ? []
        : [sql`(select ${cities.promisedMinutes} ${own}) = ${ownMinutes}`]),
      sql`true`,
    ]
    return sql`when ${sql.join(met, sql` and `)} then ${float(mostTicks)}`
  })
  return branches.length > 0
    ? sql`case ${sql.join(branches, sql` `)} else ${NO_PROMISE} end`
    : NO_PROMISE
}

const NO_PROMISE = sql`'Infinity'::float8`

const atLeast = (value: SQL, least: number | undefined): SQL[] =>
  least === undefined ? [] : [sql`${value} >= ${float(least)}`]

const gapAt = (price: number, least: SQL, most: SQL): SQL =>
  sql`least(greatest(ceil(sqrt(${float(price)} / weight + 0.25::float8) - 0.5::float8), ${least}), ${most})`

/** The gaps of the layers, at their prices. */
export function planGaps({ layer, floor, cuts = [], leastTicks }: ProductRule): SQL {
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
