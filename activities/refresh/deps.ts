import type { ProviderChain } from '../../domain/provider/provider-chain-port.ts'
import type { CityId } from '../../domain/city/city.ts'
import type { AnnounceDeps } from '../announce.ts'

export interface RefreshDeps extends AnnounceDeps {
  readonly chain: ProviderChain
  /** Puts what is now served for these cities where API processes read it fast. */
  readonly shareLatest: (cityIds: readonly CityId[]) => Promise<void>
}
