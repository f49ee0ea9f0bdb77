import type { QuotaLimit } from '../quota/windows.ts'
import type { ProviderId } from './provider-catalogue.ts'

/** What a provider allows, and the manners we keep to where it says nothing. */
export interface PublishedLimits {
  readonly quota: readonly QuotaLimit[]
  readonly maxInFlight: number
  /** Between the starts of two requests. */
  readonly spacingMs: number
  readonly placesPerRequest: number
  /** The most places that a setting may ask for in one request. */
  readonly mostPlaces: number
  /** Where in-flight, spacing and places come from. */
  readonly source: string
  /** When it was read there, YYYY-MM-DD. */
  readonly asOf: string
}

const OPEN_METEO = { source: 'https://open-meteo.com/en/pricing', asOf: '2026-11-22' }
const OPENWEATHER = { source: 'https://openweathermap.org/price', asOf: '2026-11-22' }
const WEATHERAPI = { source: 'https://www.weatherapi.com/pricing.aspx', asOf: '2026-11-22' }
const MET_NORWAY = { source: 'https://api.met.no/doc/TermsOfService', asOf: '2026-11-22' }
const NWS = {
  source: 'https://www.weather.gov/documentation/services-web-api',
  asOf: '2026-11-22',
}
const AVIATION_WEATHER = { source: 'https://aviationweather.gov/data/api/', asOf: '2026-11-26' }

/** The one table of limits. Settings, and after them changes at run time, go before it. */
export const PUBLISHED_LIMITS: Readonly<Record<ProviderId, PublishedLimits>> = {
  openweathermap: {
    quota: [
      { window: 'minute', limit: 60, ...OPENWEATHER },
      { window: 'month', limit: 1_000_000, ...OPENWEATHER },
    ],
    maxInFlight: 2,
    spacingMs: 1100,
    placesPerRequest: 1,
    mostPlaces: 1,
    ...OPENWEATHER,
  },
  weatherapi: {
    quota: [{ window: 'month', limit: 100_000, ...WEATHERAPI }],
    maxInFlight: 4,
    spacingMs: 50,
    placesPerRequest: 1,
    mostPlaces: 1,
    ...WEATHERAPI,
  },
  'aviation-weather': {
    quota: [{ window: 'minute', limit: 100, ...AVIATION_WEATHER }],
    // What waits meanwhile shares the next request.
    maxInFlight: 1,
    spacingMs: 600,
    // One file has the reports of the whole world.
    placesPerRequest: 100_000,
    mostPlaces: 100_000,
    ...AVIATION_WEATHER,
  },
  'open-meteo': {
    quota: [
      { window: 'minute', limit: 600, ...OPEN_METEO },
      { window: 'hour', limit: 5_000, ...OPEN_METEO },
      { window: 'day', limit: 10_000, ...OPEN_METEO },
      { window: 'month', limit: 300_000, ...OPEN_METEO },
    ],
    // The free hosts work on one request at a time for each address.
    maxInFlight: 1,
    spacingMs: 0,
    // A thousand are allowed. A hundred are 100 kB, and a refused request loses only a hundred.
    placesPerRequest: 100,
    mostPlaces: 1000,
    ...OPEN_METEO,
  },
  'met-norway': {
    // 20 requests a second are allowed to all of an application; a minute of them is 1200.
    quota: [{ window: 'minute', limit: 1000, ...MET_NORWAY }],
    maxInFlight: 4,
    spacingMs: 60,
    placesPerRequest: 1,
    mostPlaces: 1,
    ...MET_NORWAY,
  },
  nws: {
    // The real limit is not published; this one is our choice.
    quota: [{ window: 'minute', limit: 200, ...NWS }],
    maxInFlight: 2,
    spacingMs: 250,
    placesPerRequest: 1,
    mostPlaces: 1,
    ...NWS,
  },
}
