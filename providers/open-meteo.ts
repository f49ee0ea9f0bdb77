import { checkAirQuality, checkConditions, checkForecast } from '../domain/plausibility.ts'
import type { Product } from '../domain/product.ts'
import { ProviderError } from '../domain/provider-error.ts'
import type { Answers, PlaceAnswer, ProviderRequest, WeatherProvider } from '../domain/provider.ts'
import type { QuotaLimit } from '../domain/quota.ts'
import type { Reading } from '../domain/reading.ts'
import { errorOfOpenMeteo } from './open-meteo/errors.ts'
import {
  airQualityOfOpenMeteo,
  conditionsOfOpenMeteo,
  forecastOfOpenMeteo,
} from './open-meteo/readings.ts'
import { CUSTOMER_HOSTS, FREE_HOSTS, MAX_PLACES, requestsFor } from './open-meteo/requests.ts'
import { parseCurrentAir, parseCurrentWeather, parseDailyWeather } from './open-meteo/wire.ts'
import { readEach } from './one-place.ts'
import type { ProviderSettings } from './settings.ts'

const PRODUCTS = ['conditions', 'forecast', 'air-quality'] as const satisfies readonly Product[]

/** Computed every 15 minutes, air quality every hour. */
const SANE_CONDITIONS_AGE_MINUTES = 60
const SANE_AIR_AGE_MINUTES = 3 * 60

const NOT_COVERED_MS = 7 * 24 * 60 * 60 * 1000

const PUBLISHED = { source: 'https://open-meteo.com/en/pricing', asOf: '2026-11-22' }
const QUOTA: readonly QuotaLimit[] = [
  { window: 'minute', limit: 600, ...PUBLISHED },
  { window: 'hour', limit: 5_000, ...PUBLISHED },
  { window: 'day', limit: 10_000, ...PUBLISHED },
  { window: 'month', limit: 300_000, ...PUBLISHED },
]

export function createOpenMeteo(settings: ProviderSettings): WeatherProvider {
  const { http, baseUrl, apiKey, quota = QUOTA } = settings
  const named = apiKey === undefined ? FREE_HOSTS : CUSTOMER_HOSTS
  const hosts = baseUrl === undefined ? named : { weather: baseUrl, air: baseUrl }
  return {
    id: 'open-meteo',
    products: PRODUCTS,
    maxPlacesPerRequest: MAX_PLACES,
    // The free hosts work on one request at a time for each address.
    pace: { maxInFlight: 1, spacingMs: 0 },
    quota,
    remembersPlaces: true,
    covers: () => true,
    price: (asks) => requestsFor(asks, hosts),
    async send(request, { signal, now }) {
      try {
        const { body } = await http.getJson({
          url: request.url,
          ...(apiKey !== undefined && { secretQuery: { apikey: apiKey } }),
          signal,
          interpretError: (status, text) => errorOfOpenMeteo(status, text, now()),
        })
        return answersOf(request, body, now())
      } catch (error) {
        return refusalOf(request, error, now())
      }
    },
  }
}

/**
 * An element belongs to the place that was asked in its position: the coordinates in it are those of
 * a grid cell, which two places can share.
 */
function answersOf({ places, products }: ProviderRequest, body: unknown, now: Date): Answers {
  const elements: unknown[] = Array.isArray(body) ? body : [body]
  if (elements.length !== places.length) {
    const said = `Open-Meteo: ${elements.length} answers for ${places.length} places`
    throw new ProviderError('schema-mismatch', said)
  }
  return new Map(
    places.map(({ id }, index) => [id, answerOf(products, elements[index], index, now)]),
  )
}

function answerOf(
  products: readonly Product[],
  element: unknown,
  index: number,
  now: Date,
): PlaceAnswer {
  try {
    const read = (product: Product) => readingOf(product, element, index, now)
    return { kind: 'reading', ...readEach(products, read) }
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    return { kind: 'failed', error }
  }
}

function readingOf(product: Product, element: unknown, index: number, now: Date): Reading {
  if (product === 'forecast') {
    const answer = parseDailyWeather(element)
    refuseOtherPosition(answer, index)
    return { forecast: checkForecast(forecastOfOpenMeteo(answer, now)) }
  }
  if (product === 'air-quality') {
    const answer = parseCurrentAir(element)
    refuseOtherPosition(answer, index)
    const airQuality = airQualityOfOpenMeteo(answer, now)
    return { airQuality: checkAirQuality(airQuality, now, SANE_AIR_AGE_MINUTES) }
  }
  const answer = parseCurrentWeather(element)
  refuseOtherPosition(answer, index)
  const conditions = conditionsOfOpenMeteo(answer, now)
  return { conditions: checkConditions(conditions, now, SANE_CONDITIONS_AGE_MINUTES) }
}

/** The first element carries no number. */
function refuseOtherPosition({ location_id: given }: { location_id?: number }, index: number) {
  if (given === undefined || given === index) return
  const said = `Open-Meteo: answer ${index} is numbered ${given}`
  throw new ProviderError('schema-mismatch', said)
}

/**
 * One place the provider does not like fails a request for all of them, without saying which: each is
 * refused for now, and asking for them one by one tells.
 */
function refusalOf({ places, products }: ProviderRequest, error: unknown, now: Date): Answers {
  if (!(error instanceof ProviderError) || error.status !== 400) throw error
  const { message, status } = error
  if (places.length > 1) {
    const rejected = new ProviderError('rejected', message, { status, cause: error })
    return new Map(places.map(({ id }) => [id, { kind: 'failed', error: rejected }]))
  }
  if (error.kind !== 'not-covered') throw error
  // Without air quality there may well be weather.
  if (products.includes('air-quality')) {
    return new Map(places.map(({ id }) => [id, { kind: 'failed', error }]))
  }
  const notCoveredUntil = new Date(now.getTime() + NOT_COVERED_MS).toISOString()
  return new Map(
    places.map(({ id }) => [id, { kind: 'failed', error, memory: { notCoveredUntil } }]),
  )
}
