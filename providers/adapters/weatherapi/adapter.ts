import type { Place } from '../../../domain/city/city.ts'
import { checkForecast } from '../../../domain/weather/forecast-plausibility.ts'
import { checkAirQuality, checkConditions } from '../../../domain/weather/plausibility.ts'
import { PROVIDER_CATALOGUE } from '../../../domain/provider/provider-catalogue.ts'
import type { ProviderError } from '../../../domain/provider/provider-error.ts'
import type { PlaceMemory, WeatherProvider } from '../../../domain/provider/provider.ts'
import type { Product } from '../../../domain/weather/product.ts'
import type { Discard, Reading } from '../../../domain/weather/reading.ts'
import { fromCatalogue, type AdapterSettings } from '../adapter-settings.ts'
import { notCoveredFrom } from '../not-covered.ts'
import { readEach } from '../read-each.ts'
import { answerSinglePlace } from '../place-failures.ts'
import { toAirQuality } from './air-quality.ts'
import { toConditions } from './conditions.ts'
import { interpretError, refuseErrorOf } from './errors.ts'
import { toForecast } from './forecast.ts'
import { requestsFor } from './requests.ts'
import { parseAir, parseCurrent, parseForecast } from './wire.ts'

const BASE_URL = PROVIDER_CATALOGUE.weatherapi.publicHost

/** Values are renewed every 15 minutes; two hours old means that the provider has stopped updating. */
const SANE_AGE_MINUTES = 120

export function createWeatherApi(settings: AdapterSettings): WeatherProvider {
  const { http, baseUrl = BASE_URL, apiKey } = settings
  return {
    ...fromCatalogue('weatherapi'),
    price: (requests) => requests.flatMap((request) => requestsFor(request, baseUrl)),
    send: (request, { signal, now }) =>
      answerSinglePlace(
        request,
        async (place) => {
          const { body } = await http.getJson({
            url: request.url,
            ...(apiKey !== undefined && { secretQuery: { key: apiKey } }),
            signal,
            interpretError: (status, text) => interpretError(status, text, now()),
          })
          refuseErrorOf(body, now())
          return readEach(request.products, (product, discard) =>
            readingOf(product, place, body, now(), discard),
          )
        },
        (error) => memoryAfter(error, now()),
      ),
  }
}

function readingOf(
  product: Product,
  place: Place,
  body: unknown,
  at: Date,
  discard: Discard,
): Reading {
  if (product === 'forecast') {
    const timing = { now: at, timeZone: place.timeZone, madeAt: null }
    const forecast = toForecast(parseForecast(body, discard), place, at, discard)
    return { forecast: checkForecast(forecast, timing, discard) }
  }
  const timing = { now: at, maxAgeMinutes: SANE_AGE_MINUTES }
  if (product === 'conditions') {
    const conditions = toConditions(parseCurrent(body, discard), place, at, discard)
    return { conditions: checkConditions(conditions, timing, discard) }
  }
  const airQuality = toAirQuality(parseAir(body, discard), at)
  return { airQuality: checkAirQuality(airQuality, timing, discard) }
}

/** Only an error answer concerns the place; a plan without air quality does not. */
function memoryAfter({ kind, status }: ProviderError, at: Date): PlaceMemory | undefined {
  if (kind !== 'not-covered' || status === undefined) return undefined
  return notCoveredFrom(at)
}
