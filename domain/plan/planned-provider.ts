import type { WeatherProvider } from '../provider/provider.ts'
import { providerFacts, type ProviderId } from '../provider/provider-catalogue.ts'
import type { ProviderSetup } from '../provider/provider-setup.ts'
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

/** Those whose calls are planned; the others are asked as the order says. */
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

type Reach = Pick<WeatherProvider, 'id' | 'isSparse'>

export const isPlanned = (provider: Reach): boolean => whyNotPlanned(provider) === undefined

/** A provider that no plan has. */
export interface NotPlanned {
  readonly id: ProviderId
  /** Then it keeps its place in the order beside the plan; else it is left out. */
  readonly isInUse: boolean
  readonly reason: string
}

/** Of those in use, the ones that no plan has, each with why. */
export const notPlannedOf = (providers: readonly Reach[]): NotPlanned[] =>
  providers.flatMap((provider): NotPlanned[] => {
    const reason = whyNotPlanned(provider)
    return reason === undefined ? [] : [{ id: provider.id, isInUse: true, reason }]
  })

/** Those that may not be used whatever is changed at run time; a key that is missing can be had. */
export const leftOutOf = (
  setups: readonly Pick<ProviderSetup, 'id' | 'key' | 'barredBy'>[],
): NotPlanned[] =>
  setups.flatMap(({ id, key, barredBy }): NotPlanned[] =>
    barredBy === null || key === 'missing' ? [] : [{ id, isInUse: false, reason: barredBy }],
  )

/** In words; undefined for a provider whose calls are planned. */
function whyNotPlanned({ id, isSparse }: Reach): string | undefined {
  if (isSparse === true) {
    return 'one request has the reports of all its stations, and only the answer says which cities they serve'
  }
  return providerFacts(id).region === 'world'
    ? undefined
    : 'it serves a region, publishes no daily limit to plan within, and takes as many requests for a city as it has to look up'
}
