import { PRODUCTS, type Product } from '../weather/product.ts'
import type { CityItem } from './city-items.ts'
import {
  citiesHeldAt,
  freshnessOf,
  planOfUsualDay,
  withoutPromises,
  withSource,
  type Freshness,
} from './foresight.ts'
import { isAmple } from './layers.ts'
import type { PlanInput, PlanSource } from './plan-input.ts'
import { planTick, type TickPlan } from './plan-tick.ts'

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
  readonly promises: readonly {
    readonly promisedMinutes: number
    readonly keptMinutes: number
  }[]
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
  /** Of this tick. */
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

/** What the plan gives and spends, told without a call. */
export function planReport(input: PlanInput, others: readonly OtherSource[]): PlanReport {
  const now = planTick(input)
  const usual = planOfUsualDay(input)
  const cities = new Set(input.items.map(({ cityId }) => cityId)).size
  const conditions = input.items.filter((item) => isOf(item, 'conditions'))
  const ranks = new Map(
    [...conditions]
      .sort((one, other) => other.weight - one.weight || one.cityId - other.cityId)
      .map(({ cityId }, rank) => [cityId, rank]),
  )
  const rankOf = (cityId: number): number => ranks.get(cityId) ?? Infinity
  const providers = input.sources.map((source, index) => spentBy(source, index, { now, usual }))
  const callsPerDay = providers.reduce((sum, one) => sum + (one.mostPerDay ?? 0), 0)
  return {
    isShort: !usual.layers.every(({ layer }) => isAmple(layer)),
    cities,
    products: PRODUCTS.map((product) => ({
      product,
      ...freshnessOf(usual, (item) => isOf(item, product)),
    })).filter(({ items }) => items > 0),
    tiers: TIERS.map(({ name, from, to }) => ({
      name,
      ...freshnessOf(usual, (item) => {
        const rank = rankOf(item.cityId)
        return isOf(item, 'conditions') && rank >= from && rank < to
      }),
    })).filter(({ items }) => items > 0),
    providers,
    promises: usual.promises,
    heldAt15Minutes: citiesHeldAt(15, { callsPerDay, cities, others: DAY }),
    withOneMore: others.map(({ source, products }) => ({
      id: source.id,
      meanAge: withSource(usual, source, (item) => products.some((product) => isOf(item, product)))
        .meanAge,
    })),
    meanAgeWithoutPromises: withoutPromises(usual).meanAge,
    meanAge: freshnessOf(usual, () => true).meanAge,
  }
}

const isOf = (item: unknown, product: Product): boolean => (item as CityItem).product === product

function spentBy(
  source: PlanSource,
  index: number,
  { now, usual }: { now: TickPlan; usual: TickPlan },
): SpentByPlan {
  const supply = usual.supplies.find((one) => one.index === index)
  const layer = usual.layers.find(({ layer: { supplies } }) =>
    supplies.some((one) => one === supply),
  )
  const rates = layer?.layer.supplies.map(({ affordable }) => affordable.rate) ?? []
  const all = rates.reduce((sum, rate) => sum + rate, 0)
  const share = supply && all > 0 ? supply.affordable.rate / all : 0
  const callsNow = now.layers
    .flatMap(({ calls }) => calls)
    .filter((call) => call.supply.index === index)
    .reduce((sum, { one }) => sum + one.cost, 0)
  return {
    id: source.id,
    isUsable: source.isUsable,
    callsNow,
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

/** The plan in one sentence. */
export function planSentence({ isShort, tiers, cities, providers }: PlanReport): string {
  if (!isShort) return `the limits carry every refresh of all ${cities} cities`
  const [top, ...others] = tiers
  const ageOf = (freshness: Freshness | undefined): string =>
    freshness?.meanAge === null || freshness === undefined
      ? 'unknown'
      : `${Math.round(freshness.meanAge)} min`
  const rest = others.at(-1)
  const scarce = providers.filter(({ mostPerDay: most }) => most !== null).map(({ id }) => id)
  const later = rest ? `, ${rest.name} ${ageOf(rest)}` : ''
  return `${scarce.join(' and ')} cannot carry every refresh: mean age of ${top?.name ?? 'all'} ${ageOf(top)}${later}`
}
