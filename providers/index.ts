import type { Queryable } from '../db/database.ts'
import type { Geocoder } from '../domain/city/geocoder.ts'
import type { ProviderChain } from '../domain/provider/provider-chain-port.ts'
import type { WeatherProvider } from '../domain/provider/provider.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import type { ProviderLimits } from '../domain/provider/provider-limits.ts'
import { guardAdapter } from './adapter-defect.ts'
import { AnswerRecord } from './answer-record.ts'
import { createChain } from './fallback-chain.ts'
import { limitsWithReserve } from './reserved-share.ts'
import { createLane } from './lane.ts'
import { createAviationWeather } from './adapters/aviation-weather/adapter.ts'
import { createMetNorway } from './adapters/met-norway/adapter.ts'
import { createNws } from './adapters/nws/adapter.ts'
import { createOpenMeteoGeocoder } from './adapters/open-meteo/geocoder.ts'
import { createOpenMeteo } from './adapters/open-meteo/adapter.ts'
import { createOpenWeatherMap } from './adapters/openweathermap/adapter.ts'
import type { ProviderLog } from './provider-log.ts'
import { limitsOf, type AdapterSettings } from './adapters/adapter-settings.ts'
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

/** Its limits are read at each use, because they can be changed while it runs. */
export function createProvider(id: ProviderId, settings: AdapterSettings): WeatherProvider {
  const record = new AnswerRecord()
  const http = record.listeningTo(settings.http)
  const adapter = guardAdapter(FACTORIES[id]({ ...settings, http }))
  const limits = (): ProviderLimits => limitsOf(id, settings)
  return {
    ...adapter,
    get quota() {
      return limits().quota
    },
    get pace() {
      return limits().pace
    },
    get maxPlacesPerRequest() {
      return limits().maxPlacesPerRequest
    },
    takeAnswer: (url) => record.take(url),
  }
}

interface GeocoderDeps {
  readonly settingsOf: (id: ProviderId) => AdapterSettings
  readonly db: Queryable
  readonly log: ProviderLog
  readonly now: () => Date
}

/** Undefined where none of the providers in use has a gazetteer. */
export const createGeocoder = (
  order: readonly ProviderId[],
  { settingsOf, ...deps }: GeocoderDeps,
): Geocoder | undefined =>
  order.includes('open-meteo')
    ? createOpenMeteoGeocoder({ ...deps, settings: settingsOf('open-meteo') })
    : undefined

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
