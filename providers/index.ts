import type { Queryable } from '../db/database.ts'
import type { ProviderChain } from '../domain/provider/provider-chain-port.ts'
import type { WeatherProvider } from '../domain/provider/provider.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import { guardAdapter } from './adapter-defect.ts'
import { createChain } from './fallback-chain.ts'
import { limitsWithReserve } from './reserved-share.ts'
import { createLane } from './lane.ts'
import { createAviationWeather } from './adapters/aviation-weather/adapter.ts'
import { createMetNorway } from './adapters/met-norway/adapter.ts'
import { createNws } from './adapters/nws/adapter.ts'
import { createOpenMeteo } from './adapters/open-meteo/adapter.ts'
import { createOpenWeatherMap } from './adapters/openweathermap/adapter.ts'
import type { ProviderLog } from './provider-log.ts'
import type { AdapterSettings } from './adapters/adapter-settings.ts'
import { createMeteredProvider } from './metered-provider.ts'
import { createWeatherApi } from './adapters/weatherapi/adapter.ts'

const FACTORIES: Readonly<Record<ProviderId, (settings: AdapterSettings) => WeatherProvider>> = {
  'open-meteo': createOpenMeteo,
  'met-norway': createMetNorway,
  openweathermap: createOpenWeatherMap,
  weatherapi: createWeatherApi,
  nws: createNws,
  'aviation-weather': createAviationWeather,
}

export const createProvider = (id: ProviderId, settings: AdapterSettings): WeatherProvider =>
  guardAdapter(FACTORIES[id](settings))

/** The providers in their order, each behind its lane. */
export function createProviderChain({
  providers,
  db,
  now,
  log,
}: {
  providers: readonly WeatherProvider[]
  db: Queryable
  now: () => Date
  log: ProviderLog
}): ProviderChain {
  const lanes = providers.map((provider, index) => {
    const limitsFor = limitsWithReserve(provider, providers.slice(index + 1))
    const metered = createMeteredProvider({ provider, db, log, limitsFor })
    return createLane({ provider, metered, now })
  })
  return createChain({ lanes, db, now })
}
