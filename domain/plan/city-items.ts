import type { CityId } from '../city/city.ts'
import { servesCountry, providerFacts, type ProviderId } from '../provider/provider-catalogue.ts'
import { PRODUCTS, type Product } from '../weather/product.ts'
import { requestShare } from './demand-weights.ts'
import type { PlanItem } from './plan-input.ts'
import { PRODUCT_VALUE } from './product-value.ts'
import { markOf, marksFor, type TierFacts, type TierMark } from './promised-tier.ts'

/** What the plan knows of a city. Moments are minutes since 1970; null for never. */
export interface PlannedCity extends TierFacts {
  readonly cityId: CityId
  readonly countryCode: string
  readonly minutesAhead: number
  readonly confirmedAt: Readonly<Record<Product, number | null>>
  /** When the conditions were last asked of a provider that answered. */
  readonly askedAt: Readonly<Partial<Record<ProviderId, number>>>
}

/** A product that is refreshed. */
export interface PlannedProduct {
  readonly product: Product
  readonly leastMinutes: number
  readonly cost: number
  /** The sources that offer it, in the order of the plan. */
  readonly offeredBy: readonly boolean[]
}

export interface CityItem extends PlanItem {
  readonly product: Product
}

interface ItemsOptions {
  readonly products: readonly PlannedProduct[]
  readonly sources: readonly ProviderId[]
  readonly marks: readonly TierMark[]
  /** Requests of all cities. */
  readonly total: number
}

/** What can be due: every city times every product that a source can serve there. */
export function cityItems(cities: readonly PlannedCity[], options: ItemsOptions): CityItem[] {
  const { products, sources, marks, total } = options
  const inOrder = PRODUCTS.flatMap(
    (product) => products.find((one) => one.product === product) ?? [],
  )
  return inOrder.flatMap(({ product, leastMinutes, cost, offeredBy }) => {
    const own = marksFor(marks, product)
    return cities.map((city): CityItem => {
      const promised = markOf(own, city)?.minutes ?? Infinity
      return {
        product,
        cityId: city.cityId,
        turn: turnOf(product),
        weight: requestShare(city.requests, total, cities.length) * PRODUCT_VALUE[product],
        cost,
        minutesAhead: city.minutesAhead,
        leastMinutes,
        promisedMinutes: Math.max(promised, leastMinutes),
        dataAt: city.confirmedAt[product] ?? -Infinity,
        askedAt: product === 'conditions' ? askedAtOf(city, sources) : [],
        servedBy: bitsOf(sources, offeredBy, city),
      }
    })
  })
}

/** The same items by other promises. */
export function promisedBy(
  marks: readonly TierMark[],
  items: readonly CityItem[],
  cities: ReadonlyMap<CityId, TierFacts>,
): CityItem[] {
  return items.map((item) => {
    const city = cities.get(item.cityId)
    const mark = city && markOf(marksFor(marks, item.product), city)
    return { ...item, promisedMinutes: Math.max(mark?.minutes ?? Infinity, item.leastMinutes) }
  })
}

/** No two products of any cities have the same fraction of a turn. */
export const turnOf = (product: Product): number => PRODUCTS.indexOf(product) / PRODUCTS.length

const askedAtOf = ({ askedAt }: PlannedCity, sources: readonly ProviderId[]): number[] =>
  sources.map((id) => askedAt[id] ?? -Infinity)

const bitsOf = (
  sources: readonly ProviderId[],
  offeredBy: readonly boolean[],
  { countryCode }: PlannedCity,
): number =>
  sources.reduce(
    (bits, id, index) =>
      offeredBy[index] === true && servesCountry(providerFacts(id), countryCode)
        ? bits | (1 << index)
        : bits,
    0,
  )
