import type { ProviderChain } from '../domain/provider-chain.ts'
import type { CityId } from '../domain/city.ts'
import type { Database } from '../db/client.ts'

export interface RefreshDeps {
  readonly db: Database
  readonly chain: ProviderChain
  /** Puts what is now served for these cities where API processes read it fast. */
  readonly shareLatest: (cityIds: readonly CityId[]) => Promise<void>
  readonly now: () => Date
}
