import type { CityId, Place } from './city.ts'
import type { Product } from './product.ts'
import type { ProviderError } from './provider-error.ts'
import type { QuotaLimit } from './quota.ts'
import type { Reading } from './reading.ts'

/** Ids are also the prefix of settings: `open-meteo` ↔ `OPEN_METEO_BASE_URL`. */
export const PROVIDER_IDS = [
  'open-meteo',
  'met-norway',
  'openweathermap',
  'weatherapi',
  'nws',
] as const

export type ProviderId = (typeof PROVIDER_IDS)[number]

/** What a provider has taught us of one place; kept between runs, so it is plain JSON. */
export interface PlaceMemory {
  /** ISO time until which the provider is not asked about this place again. */
  readonly notCoveredUntil?: string
  /** ISO time before which the provider asks not to be asked again. */
  readonly expiresAt?: string
  /** The Last-Modified header, verbatim. */
  readonly lastModified?: string
  /** ISO time the stored conditions are valid at, so that a 304 can be judged for age. */
  readonly validAt?: string
  /** What was stored from the answer that `lastModified` and `expiresAt` belong to. */
  readonly products?: readonly Product[]
  /** Provider-specific addresses of the place: stations, grid point. */
  readonly address?: Readonly<Record<string, string | number | readonly string[]>>
}

/** One place and what is wanted of it. */
export interface Ask {
  readonly place: Place
  readonly products: readonly Product[]
  readonly memory?: PlaceMemory
}

/** One HTTP request that carries one or more asks. */
export interface ProviderRequest {
  /** Absolute URL without credentials: safe to log. */
  readonly url: string
  /** What the provider charges for it, in its own quota's unit. */
  readonly weight: number
  readonly places: readonly Place[]
  /** The products this request answers for each of its places. */
  readonly products: readonly Product[]
  /** Validators to send, for a request that carries one place. */
  readonly memory?: PlaceMemory
}

/** Products an answer should have held, and why it does not. */
export interface MissingProducts {
  readonly products: readonly Product[]
  readonly error: ProviderError
}

export type PlaceAnswer =
  | {
      readonly kind: 'reading'
      readonly reading: Reading
      readonly memory?: PlaceMemory
      readonly missing?: readonly MissingProducts[]
      /** What it taught leads to products that are not in this reading. */
      readonly learned?: boolean
    }
  /** HTTP 304: what is stored is still the provider's newest. */
  | { readonly kind: 'unchanged'; readonly memory: PlaceMemory }
  /** Nobody was asked: the provider said when to come back, and what is stored holds until then. */
  | { readonly kind: 'remembered'; readonly memory: PlaceMemory }
  /** A step that only taught where to ask: price again with this memory. */
  | { readonly kind: 'learned'; readonly memory: PlaceMemory }
  | { readonly kind: 'failed'; readonly error: ProviderError; readonly memory?: PlaceMemory }

/** By city id; a place that is absent counts as `place-missing`. */
export type Answers = ReadonlyMap<CityId, PlaceAnswer>

export interface SendOptions {
  readonly signal: AbortSignal
  readonly now: () => Date
}

/** The rule of a lane: how many requests may be under way, and how far apart they start. */
export interface Pace {
  readonly maxInFlight: number
  readonly spacingMs: number
}

export interface WeatherProvider {
  readonly id: ProviderId
  readonly products: readonly Product[]
  /** The most places one request carries. */
  readonly maxPlacesPerRequest: number
  readonly pace: Pace
  readonly quota: readonly QuotaLimit[]
  /** Whether `provider_places` holds anything for this provider. */
  readonly remembersPlaces: boolean

  /** Pure: whether the place is one this provider says it serves at all. */
  covers(place: Place): boolean

  /** Pure: groups asks into the HTTP requests that would carry them. */
  price(asks: readonly Ask[]): ProviderRequest[]

  /**
   * Does one priced request.
   * @throws ProviderError when the whole request failed; failures of single places are answers.
   */
  send(request: ProviderRequest, options: SendOptions): Promise<Answers>
}
