import type { Place } from '../domain/city.ts'
import { checkAirQuality, checkConditions, checkForecast } from '../domain/plausibility.ts'
import { ProviderError } from '../domain/provider-error.ts'
import type { Ask, ProviderRequest, SendOptions, WeatherProvider } from '../domain/provider.ts'
import type { Product } from '../domain/product.ts'
import type { QuotaLimit } from '../domain/quota.ts'
import type { Reading } from '../domain/reading.ts'
import { answerOnePlace, coordinate } from './one-place.ts'
import { toAirQuality, toConditions, toForecast } from './openweathermap/readings.ts'
import { parseAir, parseConditions, parseForecast } from './openweathermap/wire.ts'
import type { ProviderSettings } from './settings.ts'

const BASE_URL = 'https://api.openweathermap.org'
const PRODUCTS = ['conditions', 'forecast', 'air-quality'] as const satisfies readonly Product[]

/** Values are computed every 10 minutes; two hours means their side stands still. */
const SANE_AGE_MINUTES = 120

/** A refusal concerns the key and lasts: asking again each minute prolongs it. */
const BLOCKED_MS = 10 * 60 * 1000

const PUBLISHED = { source: 'https://openweathermap.org/price', asOf: '2026-11-22' }
const QUOTA: readonly QuotaLimit[] = [
  { window: 'minute', limit: 60, ...PUBLISHED },
  { window: 'month', limit: 1_000_000, ...PUBLISHED },
]

const PATHS: Readonly<Record<Product, string>> = {
  conditions: '/data/2.5/weather',
  forecast: '/data/2.5/forecast',
  'air-quality': '/data/2.5/air_pollution',
}

export function createOpenWeatherMap(settings: ProviderSettings): WeatherProvider {
  const { http, baseUrl = BASE_URL, apiKey, quota = QUOTA } = settings
  return {
    id: 'openweathermap',
    products: PRODUCTS,
    maxPlacesPerRequest: 1,
    pace: { maxInFlight: 2, spacingMs: 1100 },
    quota,
    remembersPlaces: false,
    covers: () => true,
    price: (asks) => asks.flatMap((ask) => requestsFor(ask, baseUrl)),
    send: (request, options) =>
      answerOnePlace(request, async (place) => {
        const { body } = await http.getJson({
          url: request.url,
          ...(apiKey !== undefined && { secretQuery: { appid: apiKey } }),
          signal: options.signal,
          interpretError,
        })
        refuseCodeOf(body)
        return { kind: 'reading', reading: readingOf(request, place, body, options) }
      }),
  }
}

function requestsFor({ place, products }: Ask, baseUrl: string): ProviderRequest[] {
  const at = `lat=${coordinate(place.latitude)}&lon=${coordinate(place.longitude)}`
  return PRODUCTS.filter((product) => products.includes(product)).map((product) => ({
    // Without `units` temperatures are kelvin; air quality has one unit only.
    url: `${baseUrl}${PATHS[product]}?${at}${product === 'air-quality' ? '' : '&units=metric'}`,
    weight: 1,
    places: [place],
    products: [product],
  }))
}

function readingOf(
  { products }: ProviderRequest,
  place: Place,
  body: unknown,
  { now }: SendOptions,
): Reading {
  const at = now()
  if (products.includes('forecast')) {
    return { forecast: checkForecast(toForecast(parseForecast(body), place, at)) }
  }
  if (products.includes('conditions')) {
    const conditions = toConditions(parseConditions(body), at)
    return { conditions: checkConditions(conditions, at, SANE_AGE_MINUTES) }
  }
  const airQuality = toAirQuality(parseAir(body), at)
  if (!airQuality) throw new ProviderError('not-covered', 'OpenWeatherMap: no air quality here')
  return { airQuality: checkAirQuality(airQuality, at, SANE_AGE_MINUTES) }
}

/** `cod` repeats the status, as a number or as a string. */
function refuseCodeOf(body: unknown): void {
  if (typeof body !== 'object' || body === null || !('cod' in body)) return
  const code = Number(body.cod)
  const error = code === 200 ? undefined : interpretError(code)
  if (error) throw error
}

function interpretError(status: number): ProviderError | undefined {
  if (status === 401) {
    const said = 'OpenWeatherMap refused the key: wrong, not active yet, or not of this plan'
    return new ProviderError('unauthorized', said, { status })
  }
  if (status === 404) {
    return new ProviderError('not-found', 'OpenWeatherMap does not know the place', { status })
  }
  if (status !== 429) return undefined
  const said = 'OpenWeatherMap blocked the key for exceeding its limits'
  return new ProviderError('rate-limited', said, { status, retryAfterMs: BLOCKED_MS })
}
