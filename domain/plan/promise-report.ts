import type { CityId } from '../city/city.ts'
import { promisedBy, type CityItem, type PlannedCity } from './city-items.ts'
import { freshnessOf, type Freshness } from './foresight.ts'
import { marksOf, type HeldTier } from './held-tiers.ts'
import { planTick, type TickPlan } from './plan-tick.ts'
import { hasEveryCity, markOf, type TierMark } from './promised-tier.ts'

/** A promise, whom it is kept for, and what it costs the rest. */
export interface PromiseReport extends Freshness {
  readonly name: string
  readonly promisedMinutes: number
  /** As promised, or longer where the limits do not carry it. */
  readonly keptMinutes: number
  /** Cities that are meant, and those of them for which it is kept. */
  readonly cities: number
  readonly held: number
  /** Of the conditions of all other cities, as their requests meet it. */
  readonly othersMeanAge: number | null
  /** The same without this promise; null for what is promised to all. */
  readonly othersMeanAgeWithout: number | null
}

interface Facts {
  readonly tiers: readonly HeldTier[]
  readonly cities: readonly PlannedCity[]
}

export function promiseReports(usual: TickPlan, { tiers, cities }: Facts): PromiseReport[] {
  const marks = marksOf(tiers)
  const byId = new Map(cities.map((city) => [city.cityId, city]))
  const items = usual.input.items as readonly CityItem[]
  return tiers.map((tier): PromiseReport => {
    const { mark } = tier
    const isIn = membersOf(byId, marks, mark)
    const isOther = (item: unknown): boolean => isConditions(item) && !isIn(item)
    const isSome = mark !== undefined && !hasEveryCity(mark)
    const others = marks.filter((one) => one !== mark)
    const without = isSome
      ? planTick({ ...usual.input, items: promisedBy(others, items, byId) })
      : undefined
    return {
      ...freshnessOf(usual, (item) => isConditions(item) && isIn(item)),
      name: tier.name,
      promisedMinutes: tier.minutes,
      keptMinutes: keptMinutes(usual, items, tier),
      cities: tier.cities,
      held: tier.held,
      othersMeanAge: freshnessOf(usual, isOther).meanAge,
      othersMeanAgeWithout: without ? freshnessOf(without, isOther).meanAge : null,
    }
  })
}

const isConditions = (item: unknown): item is CityItem =>
  (item as CityItem).product === 'conditions'

const membersOf =
  (
    cities: ReadonlyMap<CityId, PlannedCity>,
    marks: readonly TierMark[],
    mark: TierMark | undefined,
  ) =>
  ({ cityId }: CityItem): boolean => {
    const city = cities.get(cityId)
    return city !== undefined && mark !== undefined && markOf(marks, city) === mark
  }

/** The longest of its products. */
function keptMinutes(
  plan: TickPlan,
  items: readonly CityItem[],
  { minutes, mark }: HeldTier,
): number {
  const isForAll = mark !== undefined && hasEveryCity(mark)
  const products = new Map(items.map((item) => [item.product, item]))
  const kept = [...products.values()]
    .filter(({ product }) => isForAll || product === 'conditions')
    .map((item) => {
      const promisedMinutes = Math.max(minutes, item.leastMinutes)
      const longer = plan.keptFor({ ...item, promisedMinutes }) / promisedMinutes
      return longer * minutes
    })
  return Math.max(minutes, ...kept)
}
