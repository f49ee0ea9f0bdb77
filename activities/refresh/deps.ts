import type { ProviderChain } from '../../domain/provider/provider-chain-port.ts'
import type { CityId } from '../../domain/city/city.ts'
import type { AnnounceDeps } from '../announce.ts'
import type { JudgeAlerts } from '../judge-alerts.ts'
import type { Promised } from '../../domain/plan/promised-tier.ts'
import type { WeatherProvider } from '../../domain/provider/provider.ts'

export interface RefreshDeps extends AnnounceDeps {
  readonly chain: ProviderChain
  /** Puts what is now served for these cities where API processes read it fast. */
  readonly shareLatest: (cityIds: readonly CityId[]) => Promise<void>
  readonly planning: Planning
  readonly judgeAlerts: JudgeAlerts
  /** Of each provider's daily limit, what second opinions may use: 0 to 1. */
  readonly opinionShare: number
}

/** What scheduled refreshes are planned by. */
export interface Planning {
  /** Those in use at the moment, in their order, with their limits of the moment. */
  readonly providers: () => Promise<readonly WeatherProvider[]>
  readonly promises: readonly Promised[]
  readonly halfLifeHours: number
}
