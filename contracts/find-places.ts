import type { City } from '../domain/city/city.ts'
import type { PlaceQuery } from '../domain/city/geocoder.ts'
import type { ProviderErrorKind } from '../domain/provider/provider-error.ts'

export interface FindPlacesInput {
  readonly query: PlaceQuery
}

export type FindPlacesResult =
  | { readonly kind: 'answered'; readonly places: readonly City[] }
  /** No one could be asked, or the provider did not answer. */
  | {
      readonly kind: 'unanswered'
      readonly reason: ProviderErrorKind | 'no-geocoder'
      readonly message: string
    }

export interface FindPlacesActivities {
  /** Asks the gazetteer of a provider. A provider's failure is a result: a person waits for it. */
  findPlaces(input: FindPlacesInput): Promise<FindPlacesResult>
}
