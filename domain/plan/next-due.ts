import type { ProviderId } from '../provider/provider-catalogue.ts'
import type { Product } from '../weather/product.ts'
import { demandAt, type DemandCurve } from './demand-curve.ts'
import { requestShare } from './demand-weights.ts'
import type { DueRule, ProductRule } from './due-rule.ts'
import { ageTicks, fractionOf, gapTicks, TIE_SHARE } from './gap.ts'
import { LATE_PERIODS, PROMISE_MARGIN_TICKS } from './planned-period.ts'
import { hasCity, type TierFacts } from './promised-tier.ts'
import { cutAt } from './slow-floor.ts'

/** A city as a rule sees it; moments are minutes since 1970, null for never. */
export interface RuledCity extends TierFacts {
  readonly cityId: number
  readonly minutesAhead: number
  readonly confirmedAt: number | null
  /** When the conditions were last asked of a provider that answered. */
  readonly askedAt: Readonly<Partial<Record<ProviderId, number>>>
}

const DAY = 24 * 60
/** No gap is planned longer. */
const MOST_DAYS = 31

/**
 * The first tick from the rule's own on at which the city is due by it, walked through the hours of
 * its day. Advisory: prices move, and a tick without room leaves it to the next.
 */
export function nextDue(
  rule: DueRule,
  product: Product,
  city: RuledCity,
  from: number,
): number | undefined {
  const one = rule.products[product]
  if (!one) return undefined
  const { tickMinutes } = rule
  const slow = product === 'conditions' ? one.floor?.sources[0]?.id : undefined
  const begun = (slow === undefined ? undefined : city.askedAt[slow]) ?? -Infinity
  const first = Math.ceil(from / tickMinutes) * tickMinutes
  for (let at = first; at < first + MOST_DAYS * DAY; at += tickMinutes) {
    const age = ageTicks(at, city.confirmedAt ?? -Infinity, tickMinutes)
    const { gap, floorGap, most } = gapsOf(rule, one, city, demandOf(rule.curve, at, city))
    if (age >= most) return at
    const isTurn = ageTicks(at, begun, tickMinutes) >= (one.floor?.roundTicks ?? 0)
    const isHead = floorGap <= (one.floor?.roundTicks ?? Infinity)
    const isByFloor = one.floor !== undefined && isTurn && (isHead || age >= floorGap)
    const isByLayer = one.layer !== undefined && isHead && age >= gap
    if (age > 0 && (isByFloor || isByLayer)) return at
  }
  return undefined
}

const demandOf = (curve: DemandCurve, at: number, { minutesAhead }: RuledCity): number =>
  demandAt(curve, at, minutesAhead)

interface Gaps {
  /** Between two calls, where the city is a head or there is no floor. */
  readonly gap: number
  /** Between two calls of the floor; 0 without one. */
  readonly floorGap: number
  readonly most: number
}

function gapsOf(rule: DueRule, one: ProductRule, city: RuledCity, demand: number): Gaps {
  const { layer, floor, cuts = [], leastTicks } = one
  const tied = 1 + TIE_SHARE * fractionOf(city.cityId, rule.seed + (one.turn ?? 0))
  const share = requestShare(city.requests, rule.requests, rule.cities)
  const weight = share * one.value * tied * demand
  const tier = one.tiers.find(({ mostTicks, ...mark }) =>
    hasCity({ ...mark, minutes: mostTicks }, city),
  )
  const most = tier?.mostTicks ?? Infinity
  if (!floor) {
    return { gap: gapTicks(layer?.price ?? 0, weight, leastTicks, most), floorGap: 0, most }
  }
  const { roundTicks, price } = floor
  const none = { gapTicks: roundTicks, worth: Infinity }
  const cut = cutAt([none, ...cuts], layer?.price ?? 0, weight, most).gapTicks
  const least = Math.max(leastTicks, roundTicks)
  return { gap: cut, floorGap: gapTicks(price, weight, least, Math.max(most, roundTicks)), most }
}

/**
 * How often a city is refreshed by its plan, in minutes, at the hour in which it is asked for least.
 * By this, and not by its age alone, it is judged whether it is late. A promise is the end of it.
 */
export function plannedPeriodMinutes(
  rule: DueRule,
  product: Product,
  city: RuledCity,
): number | undefined {
  const one = rule.products[product]
  if (!one) return undefined
  const { gap, floorGap, most } = gapsOf(rule, one, city, Math.min(...rule.curve))
  const roundTicks = one.floor?.roundTicks ?? Infinity
  const ofHead = one.floor ? (one.layer ? Math.min(gap, roundTicks) : roundTicks) : gap
  const planned = floorGap <= roundTicks ? ofHead : floorGap
  return Math.min(planned, (most + PROMISE_MARGIN_TICKS) / LATE_PERIODS) * rule.tickMinutes
}
