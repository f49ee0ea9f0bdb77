import type { Place } from '../../domain/city/city.ts'
import {
  providerFacts,
  servesCountry,
  type ProviderId,
} from '../../domain/provider/provider-catalogue.ts'
import type { WeatherProvider } from '../../domain/provider/provider.ts'
import type { Product } from '../../domain/weather/product.ts'
import type { QuotaLimit } from '../../domain/quota/windows.ts'
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
  /** Replaces the published limits the adapter carries. */
  readonly quota?: readonly QuotaLimit[]
}

/** The part of an adapter that its row in the catalogue decides. */
export function fromCatalogue(id: ProviderId): Pick<WeatherProvider, 'id' | 'products' | 'covers'> {
  const facts = providerFacts(id)
  const covers = ({ countryCode }: Place): boolean => servesCountry(facts, countryCode)
  return { id, products: facts.products, covers }
}

/** Of these products, the ones the provider offers, in the catalogue's order. */
export const offeredOf = (id: ProviderId, products: readonly Product[]): Product[] =>
  providerFacts(id).products.filter((product) => products.includes(product))
