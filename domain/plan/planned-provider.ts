import type { WeatherProvider } from '../provider/provider.ts'
import { providerFacts, type ProviderId } from '../provider/provider-catalogue.ts'
import type { Place } from '../city/city.ts'
import { PRODUCTS, type Product } from '../weather/product.ts'

/** What the plan knows of a provider in use: its limits, and what a place weighs there. */
export interface PlannedProvider extends Pick<
  WeatherProvider,
  'id' | 'products' | 'quota' | 'pace' | 'maxPlacesPerRequest' | 'keyFingerprint'
> {
  /** Of one place alone, by product. */
  readonly weights: Readonly<Partial<Record<Product, number>>>
}

/** How often a provider has something new, by its own documents. */
export const UPDATE_MINUTES: Readonly<Record<ProviderId, number>> = {
  'open-meteo': 15,
  'met-norway': 60,
  weatherapi: 15,
  openweathermap: 10,
  nws: 60,
  'aviation-weather': 30,
}

const SOME_PLACE: Place = { id: 1, latitude: 0, longitude: 0, timeZone: 'UTC', countryCode: 'US' }

/**
 * Those whose calls are planned. Stations and national services are asked as the order says: which
 * of the cities they serve is known only by asking, and they cost no quota to speak of.
 */
export const plannedProviders = (providers: readonly WeatherProvider[]): PlannedProvider[] =>
  providers.filter(isPlanned).map((provider) => {
    const { id, products, quota, pace, maxPlacesPerRequest, keyFingerprint } = provider
    const weights = PRODUCTS.filter((product) => products.includes(product)).map((product) => {
      const requests = provider.price([{ place: SOME_PLACE, products: [product] }])
      return [product, requests.reduce((sum, { weight }) => sum + weight, 0)] as const
    })
    const limits = { quota, pace, maxPlacesPerRequest }
    const key = keyFingerprint !== undefined && { keyFingerprint }
    return { id, products, ...limits, ...key, weights: Object.fromEntries(weights) }
  })

export const isPlanned = ({ id, isSparse }: Pick<WeatherProvider, 'id' | 'isSparse'>): boolean =>
  isSparse !== true && providerFacts(id).region === 'world'
