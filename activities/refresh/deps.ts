import type { ProviderChain } from '../../domain/provider/provider-chain-port.ts'
import type { CityId } from '../../domain/city/city.ts'
import type { AnnounceDeps } from '../announce.ts'
import type { Promised } from '../../domain/plan/promised-tier.ts'
import type { WeatherProvider } from '../../domain/provider/provider.ts'

export interface RefreshDeps extends AnnounceDeps {
  readonly chain: ProviderChain
  /** Puts what is now served for these cities where API processes read it fast. */
  readonly shareLatest: (cityIds: readonly CityId[]) => Promise<void>
  readonly planning: Planning
}

/** What scheduled refreshes are planned by. */
export interface Planning {
  /** Those in use, in their order, with their limits of the moment. */
  readonly providers: () => readonly WeatherProvider[]
  readonly promises: readonly Promised[]
  readonly halfLifeHours: number
}
