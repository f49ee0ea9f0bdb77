import { checkConditions, checkForecast } from '../domain/plausibility.ts'
import { ProviderError } from '../domain/provider-error.ts'
import type {
  Ask,
  PlaceAnswer,
  PlaceMemory,
  ProviderRequest,
  WeatherProvider,
} from '../domain/provider.ts'
import type { Product } from '../domain/product.ts'
import type { QuotaLimit } from '../domain/quota.ts'
import { memoryOf, gridOf, nextStation, type Grid, type Stations } from './nws/address.ts'
import { toForecast } from './nws/forecast.ts'
import { toConditions } from './nws/observation.ts'
import { pathOf, stepFor, type Step } from './nws/steps.ts'
import {
  parseForecast,
  parseObservation,
  parsePoint,
  parseProblem,
  parseStations,
} from './nws/wire.ts'
import { answerOnePlace, failedAnswer, isFailureOfPlace } from './one-place.ts'
import type { ProviderSettings } from './settings.ts'

const BASE_URL = 'https://api.weather.gov'
const PRODUCTS = ['conditions', 'forecast'] as const satisfies readonly Product[]
const COUNTRIES: ReadonlySet<string> = new Set(['US', 'PR', 'GU', 'VI', 'AS', 'MP'])

/** Stations report hourly, and their quality control takes up to 20 minutes more. */
const SANE_AGE_MINUTES = 90

/** Of some 50 stations around a place, those that can still speak for it. */
const STATIONS_TRIED = 5

const DAY_MS = 24 * 60 * 60 * 1000
const NOT_COVERED_MS = 30 * DAY_MS

/** Stations are looked up again daily, so that a place returns to the nearest that works. */
const STATIONS_KEPT_MS = DAY_MS

/** Says that the address is not known, also where memories are merged. */
const FORGOTTEN: PlaceMemory = { address: {} }

const TOO_MANY_WAIT_MS = 5_000

/** The real limit is not disclosed; this one is ours. */
const QUOTA: readonly QuotaLimit[] = [
  {
    window: 'minute',
    limit: 200,
    source: 'https://www.weather.gov/documentation/services-web-api',
    asOf: '2026-11-22',
  },
]

export function createNws({
  http,
  baseUrl = BASE_URL,
  quota = QUOTA,
}: ProviderSettings): WeatherProvider {
  return {
    id: 'nws',
    products: PRODUCTS,
    maxPlacesPerRequest: 1,
    pace: { maxInFlight: 2, spacingMs: 250 },
    quota,
    remembersPlaces: true,
    covers: ({ countryCode }) => COUNTRIES.has(countryCode),
    price: (asks) => asks.flatMap((ask) => requestsFor(ask, baseUrl)),
    send: (request, { signal, now }) => {
      const step = stepFor(request.products, request.memory)
      const read = async (): Promise<unknown> => {
        const headers = { accept: 'application/geo+json' }
        return (await http.getJson({ url: request.url, headers, signal, interpretError })).body
      }
      return answerOnePlace(
        request,
        () => answerOf(step, read, now),
        (error) => memoryAfter(step, error, now()),
      )
    },
  }
}

/** Products part ways only where the grid is known: the first step serves them all. */
function requestsFor({ place, products, memory }: Ask, baseUrl: string): ProviderRequest[] {
  const wanted = PRODUCTS.filter((product) => products.includes(product))
  if (wanted.length === 0) return []
  const groups = gridOf(memory) ? wanted.map((product) => [product]) : [wanted]
  return groups.map((group) => ({
    url: `${baseUrl}${pathOf(stepFor(group, memory), place)}`,
    weight: 1,
    places: [place],
    products: group,
    ...(memory && { memory }),
  }))
}

async function answerOf(
  step: Step,
  read: () => Promise<unknown>,
  now: () => Date,
): Promise<PlaceAnswer> {
  switch (step.kind) {
    case 'point':
      return { kind: 'learned', memory: memoryOf(toGrid(await read())) }
    case 'stations':
      return { kind: 'learned', memory: memoryOf(step.grid, toStations(await read(), now())) }
    case 'observation':
      return observationAnswer(step.grid, step.stations, read, now)
    case 'forecast': {
      const forecast = checkForecast(toForecast(parseForecast(await read()), now()))
      return { kind: 'reading', reading: { forecast } }
    }
  }
}

/** A station without a usable report sends the search on to the next one. */
async function observationAnswer(
  grid: Grid,
  stations: Stations,
  read: () => Promise<unknown>,
  now: () => Date,
): Promise<PlaceAnswer> {
  try {
    const answer = parseObservation(await read())
    const conditions = checkConditions(toConditions(answer, now()), now(), SANE_AGE_MINUTES)
    const memory = memoryAfterSuccess(grid, stations, now())
    return { kind: 'reading', reading: { conditions }, ...(memory && { memory }) }
  } catch (error) {
    if (!isFailureOfPlace(error)) throw error
    const next = nextStation(stations)
    return next
      ? { kind: 'learned', memory: memoryOf(grid, next) }
      : failedAnswer(error, memoryOf(grid))
  }
}

function memoryAfterSuccess(grid: Grid, stations: Stations, at: Date): PlaceMemory | undefined {
  const askedAt = Date.parse(stations.since)
  if (!(at.getTime() - askedAt < STATIONS_KEPT_MS)) return memoryOf(grid)
  return stations.missed === 0 ? undefined : memoryOf(grid, { ...stations, missed: 0 })
}

function toGrid(body: unknown): Grid {
  const { gridId, gridX, gridY } = parsePoint(body).properties
  if (gridId == null || gridX == null || gridY == null) {
    throw new ProviderError('not-covered', 'NWS: the point lies outside the forecast grid')
  }
  return { office: gridId, gridX, gridY }
}

function toStations(body: unknown, at: Date): Stations {
  const ids = parseStations(body)
    .features.slice(0, STATIONS_TRIED)
    .map(({ properties }) => properties.stationIdentifier)
  if (ids.length === 0) throw new ProviderError('not-covered', 'NWS: no station near the place')
  return { ids, missed: 0, since: at.toISOString() }
}

/** A grid cell that is gone was renumbered: what is known of the place is forgotten. */
function memoryAfter(step: Step, { kind }: ProviderError, at: Date): PlaceMemory | undefined {
  if (step.kind === 'point' && kind === 'not-covered') {
    return { notCoveredUntil: new Date(at.getTime() + NOT_COVERED_MS).toISOString() }
  }
  return kind === 'not-found' ? FORGOTTEN : undefined
}

function interpretError(status: number, body: string): ProviderError | undefined {
  if (status === 403) {
    return new ProviderError('unauthorized', 'NWS refused our User-Agent', { status })
  }
  if (status === 429) {
    const options = { status, retryAfterMs: TOO_MANY_WAIT_MS }
    return new ProviderError('rate-limited', 'NWS: too many requests', options)
  }
  if (status !== 404 || !saysInvalidPoint(body)) return undefined
  return new ProviderError('not-covered', 'NWS has no data for the point', { status })
}

function saysInvalidPoint(body: string): boolean {
  try {
    return parseProblem(JSON.parse(body)).type.endsWith('/InvalidPoint')
  } catch {
    return false
  }
}
