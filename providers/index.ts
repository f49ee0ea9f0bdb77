import type { Queryable } from '../db/database.ts'
import type { Geocoder } from '../domain/city/geocoder.ts'
import type { ProviderChain } from '../domain/provider/provider-chain-port.ts'
import type { WeatherProvider } from '../domain/provider/provider.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import { guardAdapter } from './adapter-defect.ts'
import { AnswerRecord } from './answer-record.ts'
import { createChain, type Directory } from './fallback-chain.ts'
import { createLane } from './lane.ts'
import { createAviationWeather } from './adapters/aviation-weather/adapter.ts'
import { createMetNorway } from './adapters/met-norway/adapter.ts'
import { createNws } from './adapters/nws/adapter.ts'
import { createOpenMeteoGeocoder } from './adapters/open-meteo/geocoder.ts'
import { createOpenMeteo } from './adapters/open-meteo/adapter.ts'
import { createOpenWeatherMap } from './adapters/openweathermap/adapter.ts'
import type { ProviderLog } from './provider-log.ts'
import { limitsOf, withLimits, type AdapterSettings } from './adapters/adapter-settings.ts'
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
  const { keyFingerprint } = settings
  const recorded = {
    ...adapter,
    ...(keyFingerprint !== undefined && { keyFingerprint }),
    takeAnswer: (url: string) => record.take(url),
  }
  return withLimits(recorded, () => limitsOf(id, settings))
}

interface GeocoderDeps {
  readonly settingsOf: (id: ProviderId) => AdapterSettings
  readonly db: Queryable
  readonly log: ProviderLog
  readonly now: () => Date
}

/** That of the providers in use at the moment that is asked first; undefined where none has a gazetteer. */
export function createGeocoders(
  directory: Directory,
  { settingsOf, ...deps }: GeocoderDeps,
): () => Promise<Geocoder | undefined> {
  const geocoders: readonly Geocoder[] = [
    createOpenMeteoGeocoder({ ...deps, settings: settingsOf('open-meteo') }),
  ]
  return async () => {
    await directory.refresh()
    return directory.order
      .flatMap((id) => geocoders.find(({ provider }) => provider === id) ?? [])
      .at(0)
  }
}

interface ChainDeps {
  readonly providers: readonly WeatherProvider[]
  /** Which of them are in use, and in which order. */
  readonly directory?: Directory
  readonly db: Queryable
  readonly now: () => Date
  readonly log: ProviderLog
}

/** The providers, each behind its lane. */
export function createProviderChain(deps: ChainDeps): ProviderChain {
  const { providers, directory, db, now, log } = deps
  const lanes = providers.map((provider) => {
    const metered = createMeteredProvider({ provider, db, log })
    return createLane({ provider, metered, now })
  })
  return createChain({ lanes, db, now, ...(directory && { directory }) })
}

export { ProviderDirectory } from './provider-directory.ts'
