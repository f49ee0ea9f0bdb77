import type { Place } from '../../../domain/city/city.ts'
import { PROVIDER_CATALOGUE } from '../../../domain/provider/provider-catalogue.ts'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import type {
  PlaceAnswer,
  PlaceMemory,
  ProviderRequest,
  WeatherProvider,
} from '../../../domain/provider/provider.ts'
import { checkForecast } from '../../../domain/weather/forecast-plausibility.ts'
import { checkConditions } from '../../../domain/weather/plausibility.ts'
import type { Product } from '../../../domain/weather/product.ts'
import type { Discard, Reading } from '../../../domain/weather/reading.ts'
import type { HttpAnswer } from '../../http/call.ts'
import { noteUnknownCodes } from '../../unknown-codes.ts'
import { fromCatalogue, type AdapterSettings } from '../adapter-settings.ts'
import { notCoveredFrom } from '../not-covered.ts'
import { readEach } from '../read-each.ts'
import { answerSinglePlace, failedAnswer } from '../place-failures.ts'
import { toConditions } from './conditions.ts'
import { interpretError } from './errors.ts'
import { toForecast } from './forecast.ts'
import { skyOf, symbolsOf } from './sky.ts'
import { requestsFor } from './requests.ts'
import { expiryOf, lastModifiedOf, validatorOf } from './validators.ts'
import { parseMetNorway } from './wire.ts'

const BASE_URL = PROVIDER_CATALOGUE['met-norway'].publicHost

/** Entries are an hour apart, and the newest document may lack the hour that has just begun. */
const SANE_AGE_MINUTES = 90

export function createMetNorway(settings: AdapterSettings): WeatherProvider {
  const { http, baseUrl = BASE_URL } = settings
  return {
    ...fromCatalogue('met-norway'),
    price: (requests) => requests.flatMap((request) => requestsFor(request, baseUrl)),
    send: (request, { signal, now }) =>
      answerSinglePlace(request, async (place) => {
        const call = { url: request.url, headers: validatorOf(request), signal }
        try {
          const answer = await http.getJson({ ...call, interpretError })
          return answerOf(request, place, answer, now())
        } catch (error) {
          return notCoveredOf(error, now())
        }
      }),
  }
}

function answerOf(
  request: ProviderRequest,
  place: Place,
  { status, headers, body }: HttpAnswer,
  now: Date,
): PlaceAnswer {
  const expires = expiryOf(headers, now)
  if (status === 304) return { kind: 'unchanged', memory: { ...request.memory, ...expires } }
  const read = readEach(request.products, (product, discard) =>
    readingOf(product, place, body, now, discard),
  )
  const lastModified = lastModifiedOf(headers, now)
  const validAt = read.reading.conditions?.validAt.toISOString()
  const memory: PlaceMemory = {
    ...expires,
    ...(lastModified !== undefined && { lastModified }),
    ...(validAt !== undefined && { validAt }),
  }
  return { ...read, memory }
}

function readingOf(
  product: Product,
  place: Place,
  body: unknown,
  now: Date,
  discard: Discard,
): Reading {
  const { entries, madeAt, firstFault } = parseMetNorway(body, discard)
  const present = entries.findLast(({ atMs }) => atMs <= now.getTime())
  const used = product === 'forecast' ? entries : present ? [present] : []
  noteUnknownCodes({ field: 'symbol_code', codes: symbolsOf(used) }, skyOf, discard)
  if (product === 'forecast') {
    const timing = { now, timeZone: place.timeZone, madeAt }
    return { forecast: checkForecast(toForecast(entries, place, now), timing, discard) }
  }
  if (!present && firstFault) throw firstFault
  const timing = { now, maxAgeMinutes: SANE_AGE_MINUTES, madeAt }
  return { conditions: checkConditions(toConditions(entries, place, now), timing, discard) }
}

function notCoveredOf(error: unknown, now: Date): PlaceAnswer {
  if (!(error instanceof ProviderError) || error.kind !== 'not-covered') throw error
  return failedAnswer(error, notCoveredFrom(now))
}
