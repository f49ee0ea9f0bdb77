import type { ProviderId } from '../provider/provider-catalogue.ts'
import type { City, CityId } from './city.ts'

/** A place by its GeoNames id, or by the beginning of its name. */
export type PlaceQuery =
  | { readonly id: CityId }
  | {
      readonly name: string
      /** ISO 3166-1 alpha-2. */
      readonly countryCode?: string
    }

/** The gazetteer of a provider, asked where our own list has no such place. */
export interface Geocoder {
  readonly provider: ProviderId
  /**
   * The best match first; none where there is no such place.
   * @throws ProviderError
   */
  find(query: PlaceQuery, signal: AbortSignal): Promise<readonly City[]>
}
