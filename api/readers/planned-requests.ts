import type { ClaimedCity } from '../../domain/city/claimed-city.ts'
import type { PlaceRequest, WeatherProvider } from '../../domain/provider/provider.ts'
import { PRODUCTS } from '../../domain/weather/product.ts'
import type { RefreshPlan } from '../schemas/refresh.ts'

/** What says without a request which ones a provider would be sent, and what they weigh. */
export type PricedProvider = Pick<
  WeatherProvider,
  'id' | 'products' | 'covers' | 'isSparse' | 'price'
>

/**
 * The requests by which the providers in this order would serve the cities, where the first that
 * has a product answers. A sparse one is asked first, and what it will lack is not known: the next
 * one is counted too.
 */
export function plannedRequests(
  providers: readonly PricedProvider[],
  due: readonly ClaimedCity[],
): RefreshPlan['requests'] {
  let open: readonly PlaceRequest[] = due.map(({ city, products }) => ({ place: city, products }))
  return providers.flatMap((provider) => {
    const taken = open
      .filter(({ place }) => provider.covers(place))
      .flatMap((one) => {
        const products = one.products.filter((product) => provider.products.includes(product))
        return products.length > 0 ? [{ ...one, products }] : []
      })
    if (taken.length === 0) return []
    if (provider.isSparse !== true) open = without(open, taken)
    const requests = provider.price(taken)
    return {
      provider: provider.id,
      products: PRODUCTS.filter((product) => taken.some((one) => one.products.includes(product))),
      cities: taken.length,
      requests: requests.length,
      weight: requests.reduce((sum, { weight }) => sum + weight, 0),
    }
  })
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
