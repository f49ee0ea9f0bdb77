import type { CityId } from '../city/city.ts'
import type { ProviderId } from '../provider/provider-catalogue.ts'
import { PRODUCTS, type Product } from '../weather/product.ts'
import type { CityItem } from './city-items.ts'
import { carriersOf } from './carriers.ts'
import { floorOf } from './choose-layers.ts'
import {
  EVERY_ITEM,
  freshnessOf,
  planOfUsualDay,
  withoutPromises,
  withSource,
  type Freshness,
} from './foresight.ts'
import { citiesHeldAt } from './held-tiers.ts'
import { NEVER_TICKS } from './gap.ts'
import { isAmple, isServed } from './layers.ts'
import type { PlanFacts } from './plan-facts.ts'
import type { PlanItem, PlanSource } from './plan-input.ts'
import type { TickPlan } from './plan-tick.ts'
import type { NotPlanned } from './planned-provider.ts'
import { plannedDay, type PlannedTick, type PriceOf } from './planned-day.ts'
import { promiseReports, type PromiseReport } from './promise-report.ts'

const DAY = 24 * 60

/** Cities by their place among the most requested. */
const TIERS = [
  { name: 'the 10 most requested', from: 0, to: 10 },
  { name: 'the next 90', from: 10, to: 100 },
  { name: 'all others', from: 100, to: Infinity },
] as const

export interface PlanReport {
  /** False where the limits carry everything that is due: then there is nothing to plan. */
  readonly isShort: boolean
  readonly cities: number
  readonly products: readonly (Freshness & { readonly product: Product })[]
  /** Conditions only. */
  readonly tiers: readonly (Freshness & { readonly name: string })[]
  readonly providers: readonly SpentByPlan[]
  readonly notPlanned: readonly NotPlanned[]
  /** Cities that miss a product some provider serves: it goes before the promises of others. */
  readonly neverFetched: number
  /** In the order in which they count. */
  readonly promises: readonly PromiseReport[]
  /** How many cities could be held at 15 minutes, every other one promised a day. */
  readonly heldAt15Minutes: number
  /** Mean age of all products as requests meet it, in minutes, with one provider more. */
  readonly withOneMore: readonly { readonly id: string; readonly meanAge: number | null }[]
  readonly meanAge: number | null
  /** What the promises cost: the same if nothing were promised. */
  readonly meanAgeWithoutPromises: number | null
}

export interface SpentByPlan {
  readonly id: string
  readonly isUsable: boolean
  /** Of the next tick, in the unit of its quota. */
  readonly callsNow: number
  /** Of a day on which nothing is used yet. */
  readonly callsPerDay: number
  /** What its limits carry in a day; null where only its pace limits it. */
  readonly mostPerDay: number | null
}

/** A provider that is not in use. */
export interface OtherSource {
  readonly source: PlanSource
  readonly products: readonly Product[]
}

/** What a report is made of. */
export interface PlanReading {
  readonly facts: PlanFacts
  /** Providers that are not in use, as they would be with a free key. */
  readonly others: readonly OtherSource[]
  readonly priceOf: PriceOf
  readonly notPlanned: readonly NotPlanned[]
}

/** What the plan gives and spends, found without a call. */
export function planReport({ facts, others, priceOf, notPlanned }: PlanReading): PlanReport {
  const { input, products } = facts
  const { tickMinutes } = input
  const [next] = plannedDay(facts, 1, priceOf)
  const usual = planOfUsualDay(input)
  const cities = facts.cities.length
  const carriers = carriersOf(usual.supplies, floorOf(usual.supplies))
  return {
    isShort: !usual.layers.every(({ layer }) => isAmple(layer)),
    cities,
    products: freshnessByProduct(usual),
    tiers: freshnessByTier(usual),
    providers: input.sources.map((source, index) => spentBy(source, index, { next, usual })),
    notPlanned,
    neverFetched: neverFetched(usual),
    promises: promiseReports(usual, facts),
    heldAt15Minutes: citiesHeldAt(15, cities, { products, carriers, tickMinutes }),
    withOneMore: others.map(({ source, products: offered }) => ({
      id: source.id,
      meanAge: withSource(usual, source, (item) => offered.some((one) => isOf(item, one))).meanAge,
    })),
    meanAgeWithoutPromises: withoutPromises(usual).meanAge,
    meanAge: freshnessOf(usual, EVERY_ITEM).meanAge,
  }
}

function neverFetched({ prepared, supplies }: TickPlan): number {
  const missing = prepared.filter((one) => one.age >= NEVER_TICKS && isServed(one, supplies))
  return new Set(missing.map(({ item }) => item.cityId)).size
}

const isOf = (item: PlanItem, product: Product): boolean => (item as CityItem).product === product

const freshnessByProduct = (usual: TickPlan): PlanReport['products'] =>
  PRODUCTS.map((product) => ({
    product,
    ...freshnessOf(usual, (item) => isOf(item, product)),
  })).filter(({ items }) => items > 0)

function freshnessByTier(usual: TickPlan): PlanReport['tiers'] {
  const ranks = ranksByWeight(usual.input.items.filter((item) => isOf(item, 'conditions')))
  return TIERS.map(({ name, from, to }) => ({
    name,
    ...freshnessOf(usual, (item) => {
      const rank = ranks.get(item.cityId) ?? Infinity
      return isOf(item, 'conditions') && rank >= from && rank < to
    }),
  })).filter(({ items }) => items > 0)
}

/** Places of cities among the most requested, the first is 0. */
const ranksByWeight = (items: readonly PlanItem[]): ReadonlyMap<CityId, number> =>
  new Map(
    [...items]
      .sort((one, other) => other.weight - one.weight || one.cityId - other.cityId)
      .map(({ cityId }, rank) => [cityId, rank]),
  )

function spentBy(
  source: PlanSource,
  index: number,
  { next, usual }: { next: PlannedTick | undefined; usual: TickPlan },
): SpentByPlan {
  const supply = usual.supplies.find((one) => one.index === index)
  const layer = usual.layers.find(({ layer: { supplies } }) =>
    supplies.some((one) => one === supply),
  )
  const rates = layer?.layer.supplies.map(({ affordable }) => affordable.rate) ?? []
  const all = rates.reduce((sum, rate) => sum + rate, 0)
  const share = supply && all > 0 ? supply.affordable.rate / all : 0
  return {
    id: source.id,
    isUsable: source.isUsable,
    callsNow: next?.calls[source.id as ProviderId]?.weight ?? 0,
    callsPerDay: share * (layer?.layer.callsPerMinute ?? 0) * DAY,
    mostPerDay: mostPerDay(source),
  }
}

function mostPerDay({ windows, unitsPerCall }: PlanSource): number | null {
  const long = windows.filter(({ start, end }) => end - start > 60)
  if (long.length === 0) return null
  const rates = long.map(({ start, end, limit }) => limit / (end - start))
  return (Math.min(...rates) * DAY) / unitsPerCall
}
