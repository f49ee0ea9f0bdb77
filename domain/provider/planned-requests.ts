import type { CityId } from '../city/city.ts'
import type { ClaimedCity } from '../city/claimed-city.ts'
import { PRODUCTS, type Product } from '../weather/product.ts'
import type { ProviderId } from './provider-catalogue.ts'
import type { PlaceRequest, ProviderRequest, WeatherProvider } from './provider.ts'

/** What says without a request which ones a provider would be sent, and what they weigh. */
export type PricedProvider = Pick<
  WeatherProvider,
  'id' | 'products' | 'covers' | 'isSparse' | 'price'
>

export interface PlannedRequests {
  readonly provider: ProviderId
  readonly products: Product[]
  readonly cities: number
  /** HTTP requests. */
  readonly requests: number
  /** In the unit of the provider's quota. */
  readonly weight: number
}

/** What one provider is asked of one city. */
export interface PlannedCall {
  readonly provider: ProviderId
  readonly products: Product[]
  /** Its share of the requests that carry it. */
  readonly weight: number
}

export interface PlannedCalls {
  readonly requests: PlannedRequests[]
  readonly callsOf: ReadonlyMap<CityId, PlannedCall[]>
}

/**
 * The requests by which the providers in this order would serve the cities, where the first that
 * has a product answers. A sparse one is asked first, and what it will lack is not known: the next
 * one is counted too.
 */
export function plannedRequests(
  providers: readonly PricedProvider[],
  due: readonly ClaimedCity[],
): PlannedCalls {
  let open: readonly PlaceRequest[] = due.map(({ city, products }) => ({ place: city, products }))
  const callsOf = new Map(due.map(({ city }): [CityId, PlannedCall[]] => [city.id, []]))
  const requests = providers.flatMap((provider) => {
    const taken = takenBy(provider, open)
    if (taken.length === 0) return []
    if (provider.isSparse !== true) open = without(open, taken)
    const priced = provider.price(taken)
    const weightOf = sharesOf(priced)
    for (const { place, products } of taken) {
      const call = { provider: provider.id, products: inOrder(products) }
      callsOf.get(place.id)?.push({ ...call, weight: weightOf.get(place.id) ?? 0 })
    }
    return {
      provider: provider.id,
      products: inOrder(taken.flatMap(({ products }) => products)),
      cities: taken.length,
      requests: priced.length,
      weight: priced.reduce((sum, { weight }) => sum + weight, 0),
    }
  })
  return { requests, callsOf }
}

const inOrder = (products: readonly Product[]): Product[] =>
  PRODUCTS.filter((product) => products.includes(product))

const takenBy = (provider: PricedProvider, open: readonly PlaceRequest[]): PlaceRequest[] =>
  open
    .filter(({ place }) => provider.covers(place))
    .flatMap((one) => {
      const products = one.products.filter((product) => provider.products.includes(product))
      return products.length > 0 ? [{ ...one, products }] : []
    })

/** The weight of each request in equal parts to the places that it carries. */
function sharesOf(requests: readonly ProviderRequest[]): ReadonlyMap<CityId, number> {
  const shares = new Map<CityId, number>()
  for (const { places, weight } of requests) {
    for (const { id } of places) shares.set(id, (shares.get(id) ?? 0) + weight / places.length)
  }
  return shares
}

function without(
  open: readonly PlaceRequest[],
  taken: readonly PlaceRequest[],
): readonly PlaceRequest[] {
  const productsOf = new Map(taken.map(({ place, products }) => [place.id, products]))
  return open.map((one) => {
    const gone = productsOf.get(one.place.id) ?? []
    return { ...one, products: one.products.filter((product) => !gone.includes(product)) }
  })
}
