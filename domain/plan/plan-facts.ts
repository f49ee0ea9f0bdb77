import { FIRST_OWN_CITY_ID } from '../city/city.ts'
import { DAY_MS, MINUTE_MS } from '../time/durations.ts'
import { PRODUCTS, type Product } from '../weather/product.ts'
import { carriersOf, suppliesOf } from './carriers.ts'
import { floorOf } from './choose-layers.ts'
import { cityItems, type CityItem, type PlannedCity, type PlannedProduct } from './city-items.ts'
import type { DemandCurve } from './demand-curve.ts'
import { DemandMinutes } from './demand-minutes.ts'
import { requestShare } from './demand-weights.ts'
import { heldTiers, marksOf, type HeldTier } from './held-tiers.ts'
import type { PlanInput, PlanSource } from './plan-input.ts'
import type { PlannedProvider } from './planned-provider.ts'
import type { Promised } from './promised-tier.ts'

/** What is planned by, whatever the hour. */
export interface PlanOptions {
  readonly at: Date
  readonly tickMinutes: number
  readonly maxAgeSeconds: Readonly<Partial<Record<Product, number>>>
  readonly providers: readonly PlannedProvider[]
  readonly promises: readonly Promised[]
  readonly halfLifeHours: number
}

/** How it stands at a moment. */
export interface PlanState {
  readonly cities: readonly PlannedCity[]
  /** As the providers of the options. */
  readonly sources: readonly PlanSource[]
  /** The same with nothing failing or parked. */
  readonly healthySources: readonly PlanSource[]
  readonly curve: DemandCurve
}

/** Everything that a plan is made of, as it is at a moment. */
export interface PlanFacts extends PlanState {
  readonly options: PlanOptions
  readonly input: Omit<PlanInput, 'items'> & { readonly items: readonly CityItem[] }
  readonly products: readonly PlannedProduct[]
  readonly tiers: readonly HeldTier[]
  /** Of all cities. */
  readonly requests: number
}

/** What can be due, with what the limits let us promise of it. */
export function planFacts(options: PlanOptions, state: PlanState): PlanFacts {
  const { at, tickMinutes, promises, providers } = options
  const { cities, sources, curve } = state
  const now = at.getTime() / MINUTE_MS
  const requests = cities.reduce((sum, city) => sum + city.requests, 0)
  const shares = cities.map((city) => ({
    weight: requestShare(city.requests, requests, cities.length),
    minutesAhead: city.minutesAhead,
  }))
  const supplies = suppliesOf({ now, tickMinutes, sources }, new DemandMinutes(shares, curve))
  const carriers = carriersOf(supplies, floorOf(supplies))
  const products = plannedProducts(options, sources)
  const tiers = heldTiers(promises, cities, { products, carriers, tickMinutes })
  const items = cityItems(cities, {
    products,
    sources: providers.map(({ id }) => id),
    marks: marksOf(tiers),
    total: requests,
  })
  // Those that are alike take turns from day to day.
  const seed = Math.floor(at.getTime() / DAY_MS)
  const input = { now, tickMinutes, items, sources, curve, seed }
  return { ...state, options, input, products, tiers, requests }
}

/**
 * A place costs what it weighs beside the conditions, at the first provider that has both. None is
 * asked again before the quickest of its sources can have something new.
 */
function plannedProducts(
  { maxAgeSeconds, providers }: PlanOptions,
  sources: readonly PlanSource[],
): PlannedProduct[] {
  return PRODUCTS.flatMap((product): PlannedProduct[] => {
    const maxAge = maxAgeSeconds[product]
    const offeredBy = providers.map(({ products }) => products.includes(product))
    if (maxAge === undefined || !offeredBy.includes(true)) return []
    const both = providers.find(({ weights }) => weights[product] && weights.conditions)
    const cost = (both?.weights[product] ?? 1) / (both?.weights.conditions ?? 1)
    const offering = sources.filter((_, index) => offeredBy[index] === true)
    const leastMinutes = Math.max(maxAge / 60, minutesToNews(product, offering))
    return [{ product, leastMinutes, cost, offeredBy }]
  })
}

/** Update intervals are those of conditions; the other products are asked for less often than any. */
function minutesToNews(product: Product, sources: readonly PlanSource[]): number {
  const usable = sources.filter(({ isUsable }) => isUsable)
  if (product !== 'conditions' || usable.length === 0) return 0
  return Math.min(...usable.map(({ updateMinutes }) => updateMinutes))
}

/** The same with another number of cities: of fewer the most requested, of more ones that no one asked for yet. */
export function withCities(facts: PlanFacts, count: number): PlanFacts {
  const known = [...facts.cities].sort(
    (one, other) => other.requests - one.requests || one.cityId - other.cityId,
  )
  const more = Array.from({ length: Math.max(0, count - known.length) }, (_, index) => ({
    cityId: FIRST_OWN_CITY_ID + index,
    countryCode: '',
    population: null,
    promisedMinutes: null,
    minutesAhead: known[index % Math.max(1, known.length)]?.minutesAhead ?? 0,
    requests: 0,
    confirmedAt: { conditions: null, forecast: null, 'air-quality': null },
    askedAt: {},
  }))
  return planFacts(facts.options, { ...facts, cities: [...known.slice(0, count), ...more] })
}
