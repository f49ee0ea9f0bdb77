import type { Place } from '../../../domain/city/city.ts'
import { checkForecast } from '../../../domain/weather/forecast-plausibility.ts'
import { checkAirQuality, checkConditions } from '../../../domain/weather/plausibility.ts'
import { PROVIDER_CATALOGUE } from '../../../domain/provider/provider-catalogue.ts'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import type { WeatherProvider } from '../../../domain/provider/provider.ts'
import type { Product } from '../../../domain/weather/product.ts'
import type { Discard, Reading } from '../../../domain/weather/reading.ts'
import { fromCatalogue, type AdapterSettings } from '../adapter-settings.ts'
import { readEach } from '../read-each.ts'
import { answerSinglePlace } from '../place-failures.ts'
import { toAirQuality } from './air-quality.ts'
import { toConditions } from './conditions.ts'
import { interpretError, refuseCodeOf } from './errors.ts'
import { toForecast } from './forecast.ts'
import { requestsFor } from './requests.ts'
import { parseAir, parseConditions, parseForecast } from './wire.ts'

const BASE_URL = PROVIDER_CATALOGUE.openweathermap.publicHost

/** Values are computed every 10 minutes; two hours old means that the provider has stopped updating. */
const SANE_AGE_MINUTES = 120

export function createOpenWeatherMap(settings: AdapterSettings): WeatherProvider {
  const { http, baseUrl = BASE_URL, apiKey } = settings
  return {
    ...fromCatalogue('openweathermap'),
    price: (requests) => requests.flatMap((request) => requestsFor(request, baseUrl)),
    send: (request, options) =>
      answerSinglePlace(request, async (place) => {
        const { body } = await http.getJson({
          url: request.url,
          ...(apiKey !== undefined && { secretQuery: { appid: apiKey } }),
          signal: options.signal,
          interpretError,
        })
        refuseCodeOf(body)
        return readEach(request.products, (product, discard) =>
          readingOf(product, place, body, options.now(), discard),
        )
      }),
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
    const conditions = toConditions(parseConditions(body, discard), place, at, discard)
    return { conditions: checkConditions(conditions, timing, discard) }
  }
  const air = parseAir(body, discard)
  if (!air) throw new ProviderError('not-covered', 'OpenWeatherMap: no air quality here')
  return { airQuality: checkAirQuality(toAirQuality(air, at), timing, discard) }
}
