import type { Place } from '../../domain/city/city.ts'
import {
  providerFacts,
  servesCountry,
  type ProviderId,
} from '../../domain/provider/provider-catalogue.ts'
import type { WeatherProvider } from '../../domain/provider/provider.ts'
import { appliedLimits, type ProviderLimits } from '../../domain/provider/provider-limits.ts'
import type { Product } from '../../domain/weather/product.ts'
import type { HttpClient } from '../http-client.ts'
import type { SharedFiles } from './shared-file.ts'

/** What every adapter is made with. */
export interface AdapterSettings {
  readonly http: HttpClient
  /** Replaces every host of the provider; its paths stay as they are. */
  readonly baseUrl?: string
  readonly apiKey?: string
  /** Where a file that answers for every place is kept; without it, in the adapter. */
  readonly files?: SharedFiles
  /** Of its key and contact, for the ledger. */
  readonly keyFingerprint?: string
  /** The limits that count at the moment; the published ones without it. */
  readonly limits?: () => ProviderLimits
}

type FromCatalogue = Pick<WeatherProvider, 'id' | 'products' | 'covers' | keyof ProviderLimits>

/** The part of an adapter that its rows in the catalogue and in the table of limits decide. */
export function fromCatalogue(id: ProviderId): FromCatalogue {
  const facts = providerFacts(id)
  const covers = ({ countryCode }: Place): boolean => servesCountry(facts, countryCode)
  return { id, products: facts.products, covers, ...appliedLimits(id) }
}

/** The same provider, whose limits are those of the moment at each use. */
export const withLimits = (
  provider: WeatherProvider,
  limits: () => ProviderLimits,
): WeatherProvider => ({
  ...provider,
  get quota() {
    return limits().quota
  },
  get pace() {
    return limits().pace
  },
  get maxPlacesPerRequest() {
    return limits().maxPlacesPerRequest
  },
})

export const limitsOf = (id: ProviderId, { limits }: AdapterSettings): ProviderLimits =>
  limits?.() ?? appliedLimits(id)

/** Of these products, the ones the provider offers, in the catalogue's order. */
export const offeredOf = (id: ProviderId, products: readonly Product[]): Product[] =>
  providerFacts(id).products.filter((product) => products.includes(product))
