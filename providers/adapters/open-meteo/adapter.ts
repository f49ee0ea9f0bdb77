import type { Place } from '../../../domain/city/city.ts'
import { checkForecast } from '../../../domain/weather/forecast-plausibility.ts'
import { checkAirQuality, checkConditions } from '../../../domain/weather/plausibility.ts'
import type { Product } from '../../../domain/weather/product.ts'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import type {
  Answers,
  PlaceAnswer,
  ProviderRequest,
  WeatherProvider,
} from '../../../domain/provider/provider.ts'
import type { Discard, Reading } from '../../../domain/weather/reading.ts'
import { interpretError, refuseErrorOf } from './errors.ts'
import { toAirQuality } from './air-quality.ts'
import { toConditions } from './conditions.ts'
import { toForecast } from './forecast.ts'
import { skyOf } from './sky.ts'
import { CUSTOMER_HOSTS, FREE_HOSTS, requestsFor } from './requests.ts'
import { parseCurrentAir, parseCurrentWeather } from './wire.ts'
import { parseDailyWeather } from './wire-forecast.ts'
import { noteUnknownCodes } from '../../unknown-codes.ts'
import { fromCatalogue, limitsOf, type AdapterSettings } from '../adapter-settings.ts'
import { notCoveredFrom } from '../not-covered.ts'
import { readEach } from '../read-each.ts'

/** Computed every 15 minutes, air quality every hour. */
const SANE_CONDITIONS_AGE_MINUTES = 60
const SANE_AIR_AGE_MINUTES = 3 * 60

export function createOpenMeteo(settings: AdapterSettings): WeatherProvider {
  const { http, baseUrl, apiKey } = settings
  const named = apiKey === undefined ? FREE_HOSTS : CUSTOMER_HOSTS
  const hosts = baseUrl === undefined ? named : { weather: baseUrl, air: baseUrl }
  return {
    ...fromCatalogue('open-meteo'),
    price: (requests) =>
      requestsFor(requests, hosts, limitsOf('open-meteo', settings).maxPlacesPerRequest),
    async send(request, { signal, now }) {
      try {
        const { body } = await http.getJson({
          url: request.url,
          ...(apiKey !== undefined && { secretQuery: { apikey: apiKey } }),
          signal,
          interpretError: (status, text) => interpretError(status, text, now()),
        })
        refuseErrorOf(body, now())
        return answersOf(request, body, now())
      } catch (error) {
        return refusalOf(request, error, now())
      }
    },
  }
}

/**
 * An element belongs to the place at the same position of the request. Its coordinates are those of a
 * grid cell, which two places can share.
 */
function answersOf({ places, products }: ProviderRequest, body: unknown, now: Date): Answers {
  const elements: unknown[] = Array.isArray(body) ? body : [body]
  if (elements.length !== places.length) {
    const said = `Open-Meteo: ${elements.length} answers for ${places.length} places`
    throw new ProviderError('schema-mismatch', said)
  }
  return new Map(
    places.map((place, index) => [
      place.id,
      answerOf(products, { place, element: elements[index], index }, now),
    ]),
  )
}

/** The element at a place's position of the answer. */
interface Positioned {
  readonly place: Place
  readonly element: unknown
  readonly index: number
}

function answerOf(products: readonly Product[], positioned: Positioned, now: Date): PlaceAnswer {
  try {
    return readEach(products, (product, discard) => readingOf(product, positioned, now, discard))
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    return { kind: 'failed', error }
  }
}

function readingOf(
  product: Product,
  { place, element, index }: Positioned,
  now: Date,
  discard: Discard,
): Reading {
  if (product === 'forecast') {
    const answer = parseDailyWeather(element, discard)
    refuseOtherPosition(answer, index)
    const codes = answer.daily.weather_code ?? []
    noteUnknownCodes({ field: '/daily/weather_code', codes }, skyOf, discard)
    const timing = { now, timeZone: place.timeZone, madeAt: null }
    return { forecast: checkForecast(toForecast(answer, now), timing, discard) }
  }
  if (product === 'air-quality') {
    const answer = parseCurrentAir(element, discard)
    refuseOtherPosition(answer, index)
    const timing = { now, maxAgeMinutes: SANE_AIR_AGE_MINUTES }
    return { airQuality: checkAirQuality(toAirQuality(answer, now), timing, discard) }
  }
  const answer = parseCurrentWeather(element, discard)
  refuseOtherPosition(answer, index)
  const codes = [answer.current.weather_code]
  noteUnknownCodes({ field: '/current/weather_code', codes }, skyOf, discard)
  const timing = { now, maxAgeMinutes: SANE_CONDITIONS_AGE_MINUTES }
  return { conditions: checkConditions(toConditions(answer, place, now), timing, discard) }
}

/** The first element carries no number. */
function refuseOtherPosition(
  { location_id: given }: { location_id?: number | null },
  index: number,
) {
  if (given == null || given === index) return
  const said = `Open-Meteo: answer ${index} is numbered ${given}`
  throw new ProviderError('schema-mismatch', said)
}

/**
 * One bad place fails a request for many, and the answer does not name it. Every place is refused
 * here; splitting the batch finds the bad one.
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
  const memory = notCoveredFrom(now)
  return new Map(places.map(({ id }) => [id, { kind: 'failed', error, memory }]))
}
