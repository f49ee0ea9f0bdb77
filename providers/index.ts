import type { ProviderChain } from '../domain/provider-chain.ts'
import type { ProviderId, WeatherProvider } from '../domain/provider.ts'
import { createChain } from './chain.ts'
import { limitsWithShareKept } from './kept-back.ts'
import { createLane } from './lane.ts'
import { createMetNorway } from './met-norway.ts'
import { createNws } from './nws.ts'
import { createOpenMeteo } from './open-meteo.ts'
import { createOpenWeatherMap } from './openweathermap.ts'
import type { ProviderSettings } from './settings.ts'
import { createTurnstile } from './turnstile.ts'
import { createWeatherApi } from './weatherapi.ts'

const FACTORIES: Readonly<Record<ProviderId, (settings: ProviderSettings) => WeatherProvider>> = {
  'open-meteo': createOpenMeteo,
  'met-norway': createMetNorway,
  openweathermap: createOpenWeatherMap,
  weatherapi: createWeatherApi,
  nws: createNws,
}

export const createProvider = (id: ProviderId, settings: ProviderSettings): WeatherProvider =>
  FACTORIES[id](settings)

type ChainDeps = Parameters<typeof createChain>[0]

/** The providers in the order they are asked, each behind its lane. */
export function createProviderChain({
  providers,
  db,
  now,
}: { providers: readonly WeatherProvider[] } & Pick<ChainDeps, 'db' | 'now'>): ProviderChain {
  const lanes = providers.map((provider, index) => {
    const limitsFor = limitsWithShareKept(provider, providers.slice(index + 1))
    return createLane({ provider, turnstile: createTurnstile({ provider, db, limitsFor }), now })
  })
  return createChain({ lanes, db, now })
}
