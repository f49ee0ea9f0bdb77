import type { CityId, Place } from '../city/city.ts'
import type { Product } from '../weather/product.ts'
import type { ProviderId } from './provider-catalogue.ts'
import type { ProviderError } from './provider-error.ts'
import type { QuotaLimit } from '../quota/windows.ts'
import type { Discarded, Reading } from '../weather/reading.ts'

/** What is remembered of one place at one provider between runs, as plain JSON. */
export interface PlaceMemory {
  /** ISO time until which no request for this place is sent. */
  readonly notCoveredUntil?: string
  /** ISO times until which these products are not requested, after a refusal because of the place. */
  readonly refusedUntil?: Readonly<Partial<Record<Product, string>>>
  /** ISO time of the Expires header. */
  readonly expiresAt?: string
  /** The Last-Modified header, verbatim. */
  readonly lastModified?: string
  /** ISO time the stored conditions are valid at, so that a 304 can be judged for age. */
  readonly validAt?: string
  /** The products stored from the answer that `lastModified` and `expiresAt` belong to. */
  readonly products?: readonly Product[]
  /** Provider-specific addresses of the place: stations, grid point. */
  readonly address?: Readonly<Record<string, string | number | readonly string[]>>
}

/** One place and the products wanted of it. */
export interface PlaceRequest {
  readonly place: Place
  readonly products: readonly Product[]
  /** Asked before the others that the plan spends; what is not planned keeps its place. */
  readonly first?: ProviderId
  /** Providers that are skipped for this place. */
  readonly without?: readonly ProviderId[]
  /** What the provider at hand said of the place before. */
  readonly memory?: PlaceMemory
}

/** One HTTP request that carries one or more place requests. */
export interface ProviderRequest {
  /** Absolute URL without credentials: safe to log. */
  readonly url: string
  /** What the provider charges for it, in the unit of its quota. */
  readonly weight: number
  readonly places: readonly Place[]
  /** The products this request answers for each of its places. */
  readonly products: readonly Product[]
  /** Validators to send, for a request that carries one place. */
  readonly memory?: PlaceMemory
  /** Its parts would fetch the same file, so it is sent once, and its failure is of no place. */
  readonly isIndivisible?: boolean
  /** The places that were found at this provider before. */
  readonly known?: ReadonlySet<CityId>
}

/** Products an answer should have held, and why it does not. */
export interface MissingProducts {
  readonly products: readonly Product[]
  readonly error: ProviderError
}

export interface PlaceReading {
  readonly kind: 'reading'
  readonly reading: Reading
  readonly memory?: PlaceMemory
  readonly missing?: readonly MissingProducts[]
  /** Optional values of the answer that are not in the reading. */
  readonly discarded?: readonly Discarded[]
  /** A second choice: taken where no later provider in the order answers. */
  readonly isSecondChoice?: boolean
  /** Its memory leads to products that are not in this reading. */
  readonly learned?: boolean
}

export type PlaceAnswer =
  | PlaceReading
  /** HTTP 304: what is stored is still the provider's newest. */
  | { readonly kind: 'unchanged'; readonly memory: PlaceMemory }
  /** No request was sent: the stored answer has not expired. */
  | { readonly kind: 'remembered'; readonly memory: PlaceMemory }
  /** A step that resolved an address: price again with this memory. */
  | { readonly kind: 'learned'; readonly memory: PlaceMemory }
  | { readonly kind: 'failed'; readonly error: ProviderError; readonly memory?: PlaceMemory }

/** By city id; a place that is absent counts as `place-missing`. */
export type Answers = ReadonlyMap<CityId, PlaceAnswer>

export interface SendOptions {
  readonly signal: AbortSignal
  readonly now: () => Date
}

/** The limits of a lane: requests in flight, and the time between their starts. */
export interface Pace {
  readonly maxInFlight: number
  readonly spacingMs: number
}

/** What an answer says beside its values. */
export interface SeenAnswer {
  readonly status: number
  /** In lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** How its body begins, with credentials masked; empty for a file. */
  readonly text: string
}

export interface WeatherProvider {
  readonly id: ProviderId
  readonly products: readonly Product[]
  /** The limit of places in one request. */
  readonly maxPlacesPerRequest: number
  readonly pace: Pace
  readonly quota: readonly QuotaLimit[]
  /** Many of the places it covers it cannot answer for, so no other may leave a place to it. */
  readonly isSparse?: boolean
  /** Of its key and contact: what refused one key may take another. */
  readonly keyFingerprint?: string

  /** Pure: whether the place is one this provider says it serves at all. */
  covers(place: Place): boolean

  /** Pure: groups place requests into the HTTP requests that would carry them. */
  price(requests: readonly PlaceRequest[]): ProviderRequest[]

  /**
   * Does one priced request.
   * @throws ProviderError when the whole request failed; failures of single places are answers.
   */
  send(request: ProviderRequest, options: SendOptions): Promise<Answers>

  /** The HTTP answer to the latest request of this address, once. */
  takeAnswer?(url: string): SeenAnswer | undefined
}
