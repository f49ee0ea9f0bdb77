import type { Attempt } from './attempt.ts'
import type { CityId } from '../city/city.ts'
import type { CityOutcome } from './outcome.ts'
import type { Priority } from './priority.ts'
import type { Product } from '../weather/product.ts'
import type { PlaceMemory, PlaceRequest } from './provider.ts'
import type { Ceilings } from '../plan/failover-ceilings.ts'
import type { ProviderId } from './provider-catalogue.ts'
import type { Reading } from '../weather/reading.ts'

export interface ChainOptions {
  readonly priority: Priority
  readonly signal: AbortSignal
  /** Also sends to a provider whose stored answer has not expired. */
  readonly force: boolean
  /** Whether the last provider that can serve is waited for; it is where absent. */
  readonly waitsForQuota?: boolean
  /** For what is asked of a provider because another one failed; none where absent. */
  readonly ceilings?: Ceilings | undefined
}

/** What became of one place request after every provider that could serve it was tried. */
export interface Served {
  readonly cityId: CityId
  readonly outcome: CityOutcome
  /** The provider of the conditions, else of the first product that was served. */
  readonly provider: ProviderId | null
  readonly reading: Reading
  /** Confirmed without a reading: by a 304, or because no provider covers the place for them. */
  readonly unchanged: readonly Product[]
  readonly attempts: readonly Attempt[]
  readonly memories: Readonly<Partial<Record<ProviderId, PlaceMemory>>>
}

export interface ProviderChain {
  /** What any provider in the order offers; other products are not requested and make no city due. */
  readonly products: readonly Product[]
  /** One result per request; never rejects for a provider's failure. */
  serve(
    requests: readonly PlaceRequest[],
    options: ChainOptions,
    /** Called with each result as soon as it is final. */
    deliver?: (served: Served) => void,
  ): Promise<Served[]>
}
