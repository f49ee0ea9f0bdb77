import type { PlaceRequest, ProviderRequest } from '../../../domain/provider/provider.ts'
import type { Product } from '../../../domain/weather/product.ts'
import { coordinate } from '../../wire-values.ts'
import { offeredOf } from '../adapter-settings.ts'

const PATHS: Readonly<Record<Product, string>> = {
  conditions: '/data/2.5/weather',
  forecast: '/data/2.5/forecast',
  'air-quality': '/data/2.5/air_pollution',
}

/** Each product has its own endpoint. */
export function requestsFor({ place, products }: PlaceRequest, baseUrl: string): ProviderRequest[] {
  const at = `lat=${coordinate(place.latitude)}&lon=${coordinate(place.longitude)}`
  return offeredOf('openweathermap', products).map((product) => ({
    // Without `units` temperatures are kelvin; air quality has one unit only.
    url: `${baseUrl}${PATHS[product]}?${at}${product === 'air-quality' ? '' : '&units=metric'}`,
    weight: 1,
    places: [place],
    products: [product],
  }))
}
