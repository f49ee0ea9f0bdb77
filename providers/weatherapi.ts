import type { Place } from '../domain/city.ts'
import { checkAirQuality, checkConditions, checkForecast } from '../domain/plausibility.ts'
import type { ProviderError } from '../domain/provider-error.ts'
import type { Ask, PlaceMemory, ProviderRequest, WeatherProvider } from '../domain/provider.ts'
import type { Product } from '../domain/product.ts'
import type { QuotaLimit } from '../domain/quota.ts'
import type { Reading } from '../domain/reading.ts'
import { answerOnePlace, coordinate, readEach } from './one-place.ts'
import type { ProviderSettings } from './settings.ts'
import { interpretError } from './weatherapi/errors.ts'
import { toAirQuality, toConditions, toForecast } from './weatherapi/readings.ts'
import { parseWeather, type WeatherAnswer } from './weatherapi/wire.ts'

const BASE_URL = 'https://api.weatherapi.com'
const PRODUCTS = ['conditions', 'forecast', 'air-quality'] as const satisfies readonly Product[]

/** The most days the free plan answers. */
const FORECAST_DAYS = 3

/** Values are renewed every 15 minutes; two hours means their side stands still. */
const SANE_AGE_MINUTES = 120

const NOT_COVERED_MS = 7 * 24 * 60 * 60 * 1000

const QUOTA: readonly QuotaLimit[] = [
  {
    window: 'month',
    limit: 100_000,
    source: 'https://www.weatherapi.com/pricing.aspx',
    asOf: '2026-11-22',
  },
]

export function createWeatherApi(settings: ProviderSettings): WeatherProvider {
  const { http, baseUrl = BASE_URL, apiKey, quota = QUOTA } = settings
  return {
    id: 'weatherapi',
    products: PRODUCTS,
    maxPlacesPerRequest: 1,
    pace: { maxInFlight: 4, spacingMs: 50 },
    quota,
    remembersPlaces: true,
    covers: () => true,
    price: (asks) => asks.flatMap((ask) => requestFor(ask, baseUrl)),
    send: (request, { signal, now }) =>
      answerOnePlace(
        request,
        async (place) => {
          const { body } = await http.getJson({
            url: request.url,
            ...(apiKey !== undefined && { secretQuery: { key: apiKey } }),
            signal,
            interpretError: (status, text) => interpretError(status, text, now()),
          })
          return { kind: 'reading', ...readingsOf(request, place, parseWeather(body), now()) }
        },
        (error) => memoryAfter(error, now()),
      ),
  }
}

/** One call answers every product, so they are never asked for apart. */
function requestFor({ place, products }: Ask, baseUrl: string): ProviderRequest[] {
  const wanted = PRODUCTS.filter((product) => products.includes(product))
  if (wanted.length === 0) return []
  const at = `q=${coordinate(place.latitude)},${coordinate(place.longitude)}`
  const air = `aqi=${wanted.includes('air-quality') ? 'yes' : 'no'}`
  const path = wanted.includes('forecast')
    ? `forecast.json?${at}&days=${FORECAST_DAYS}&${air}&alerts=no`
    : `current.json?${at}&${air}`
  return [{ url: `${baseUrl}/v1/${path}`, weight: 1, places: [place], products: wanted }]
}

function readingsOf(
  { products }: ProviderRequest,
  place: Place,
  answer: WeatherAnswer,
  at: Date,
): ReturnType<typeof readEach> {
  const readProduct: Readonly<Record<Product, () => Reading>> = {
    conditions: () => ({
      conditions: checkConditions(toConditions(answer, place, at), at, SANE_AGE_MINUTES),
    }),
    forecast: () => ({ forecast: checkForecast(toForecast(answer, place, at)) }),
    'air-quality': () => ({
      airQuality: checkAirQuality(toAirQuality(answer, at), at, SANE_AGE_MINUTES),
    }),
  }
  return readEach(products, (product) => readProduct[product]())
}

/** Only their own refusal concerns the place; a plan without air quality does not. */
function memoryAfter({ kind, status }: ProviderError, at: Date): PlaceMemory | undefined {
  if (kind !== 'not-covered' || status === undefined) return undefined
  return { notCoveredUntil: new Date(at.getTime() + NOT_COVERED_MS).toISOString() }
}
