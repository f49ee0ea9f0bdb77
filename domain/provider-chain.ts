import type { Attempt } from './attempt.ts'
import type { CityId, Place } from './city.ts'
import type { CityOutcome } from './outcome.ts'
import type { Product } from './product.ts'
import type { PlaceMemory, ProviderId } from './provider.ts'
import type { Reading } from './reading.ts'

export interface Wish {
  readonly place: Place
  readonly products: readonly Product[]
}

export interface ChainOptions {
  readonly priority: 'person' | 'schedule'
  readonly signal: AbortSignal
  /** Also asks a provider that said when to come back. */
  readonly force: boolean
}

/** What became of one wish after every provider that could serve it was tried. */
export interface Served {
  readonly cityId: CityId
  readonly outcome: CityOutcome
  /** Who served the conditions, else the first product that was served. */
  readonly provider: ProviderId | null
  readonly reading: Reading
  /** Confirmed without a reading: by a 304, or because nobody covers the place for them. */
  readonly unchanged: readonly Product[]
  readonly attempts: readonly Attempt[]
  readonly memories: Readonly<Partial<Record<ProviderId, PlaceMemory>>>
}

export interface ProviderChain {
  /** What somebody in the order has; the rest is never asked for, and makes no city due. */
  readonly products: readonly Product[]
  /** One result per wish; never rejects for a provider's failure. */
  serve(
    wishes: readonly Wish[],
    options: ChainOptions,
    /** Told of each result as soon as it stands, before the others. */
    deliver?: (served: Served) => void,
  ): Promise<Served[]>
}
