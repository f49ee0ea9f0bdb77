import type { Place } from '../domain/city.ts'
import { checkConditions, checkForecast } from '../domain/plausibility.ts'
import type { Product } from '../domain/product.ts'
import { ProviderError } from '../domain/provider-error.ts'
import type {
  Ask,
  PlaceAnswer,
  PlaceMemory,
  ProviderRequest,
  WeatherProvider,
} from '../domain/provider.ts'
import type { QuotaLimit } from '../domain/quota.ts'
import type { Reading } from '../domain/reading.ts'
import type { HttpAnswer } from './http.ts'
import { conditionsOfMetNorway } from './met-norway/conditions.ts'
import { forecastOfMetNorway } from './met-norway/forecast.ts'
import { parseMetNorway } from './met-norway/wire.ts'
import { answerOnePlace } from './one-place.ts'
import type { ProviderSettings } from './settings.ts'

const BASE_URL = 'https://api.met.no'
const PATH = '/weatherapi/locationforecast/2.0/complete'
const PRODUCTS = ['conditions', 'forecast'] as const satisfies readonly Product[]

/** Entries are an hour apart, and the newest document may lack the hour that has just begun. */
const SANE_AGE_MINUTES = 90

const NOT_COVERED_MS = 7 * 24 * 60 * 60 * 1000

/** 20 requests a second are allowed to all of an application; a minute of them is 1200. */
const QUOTA: readonly QuotaLimit[] = [
  {
    window: 'minute',
    limit: 1000,
    source: 'https://api.met.no/doc/TermsOfService',
    asOf: '2026-11-22',
  },
]

export function createMetNorway(settings: ProviderSettings): WeatherProvider {
  const { http, baseUrl = BASE_URL, quota = QUOTA } = settings
  return {
    id: 'met-norway',
    products: PRODUCTS,
    maxPlacesPerRequest: 1,
    pace: { maxInFlight: 4, spacingMs: 60 },
    quota,
    remembersPlaces: true,
    covers: () => true,
    price: (asks) => asks.flatMap((ask) => requestsFor(ask, baseUrl)),
    send: (request, { signal, now }) =>
      answerOnePlace(request, async (place) => {
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

function requestsFor({ place, products, memory }: Ask, baseUrl: string): ProviderRequest[] {
  const wanted = PRODUCTS.filter((product) => products.includes(product))
  if (wanted.length === 0) return []
  const at = `lat=${truncated(place.latitude)}&lon=${truncated(place.longitude)}`
  return [
    {
      url: `${baseUrl}${PATH}?${at}`,
      weight: 1,
      places: [place],
      products: wanted,
      ...(memory && { memory }),
    },
  ]
}

/** Five decimals are refused with a 403. The inner rounding keeps 0.57 from becoming 0.5699. */
const truncated = (degrees: number): number =>
  Math.trunc(Number((degrees * 10_000).toFixed(3))) / 10_000

const validatorOf = ({ memory }: ProviderRequest): Record<string, string> =>
  memory?.lastModified === undefined ? {} : { 'if-modified-since': memory.lastModified }

function answerOf(
  request: ProviderRequest,
  place: Place,
  { status, headers, body }: HttpAnswer,
  now: Date,
): PlaceAnswer {
  const expires = expiryOf(headers)
  if (status === 304) return { kind: 'unchanged', memory: { ...request.memory, ...expires } }
  const reading = readingOf(request, place, body, now)
  const lastModified = headers['last-modified']
  const validAt = reading.conditions?.validAt.toISOString()
  const memory: PlaceMemory = {
    ...expires,
    ...(lastModified !== undefined && { lastModified }),
    ...(validAt !== undefined && { validAt }),
  }
  return { kind: 'reading', reading, memory }
}

function expiryOf(headers: HttpAnswer['headers']): Pick<PlaceMemory, 'expiresAt'> {
  const at = Date.parse(headers['expires'] ?? '')
  return Number.isNaN(at) ? {} : { expiresAt: new Date(at).toISOString() }
}

function readingOf({ products }: ProviderRequest, place: Place, body: unknown, now: Date): Reading {
  const entries = parseMetNorway(body)
  return {
    ...(products.includes('conditions') && {
      conditions: checkConditions(conditionsOfMetNorway(entries, now), now, SANE_AGE_MINUTES),
    }),
    ...(products.includes('forecast') && {
      forecast: checkForecast(forecastOfMetNorway(entries, place, now)),
    }),
  }
}

/** A refusal without a body worth quoting: it is HTML, or empty. */
function interpretError(status: number): ProviderError | undefined {
  if (status === 403) {
    const said = 'MET Norway refused us: the User-Agent needs a name and a contact'
    return new ProviderError('unauthorized', said, { status })
  }
  if (status === 404) {
    return new ProviderError('rejected', 'MET Norway does not know the path', { status })
  }
  if (status !== 422) return undefined
  return new ProviderError('not-covered', 'MET Norway does not cover the place', { status })
}

function notCoveredOf(error: unknown, now: Date): PlaceAnswer {
  if (!(error instanceof ProviderError) || error.kind !== 'not-covered') throw error
  const notCoveredUntil = new Date(now.getTime() + NOT_COVERED_MS).toISOString()
  return { kind: 'failed', error, memory: { notCoveredUntil } }
}
