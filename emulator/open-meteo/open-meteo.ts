import { openMeteoError } from '../error-bodies.ts'
import {
  json,
  refuse,
  type Answer,
  type EmulatedCall,
  type EmulatedRequest,
  type World,
} from '../exchange.ts'
import { HOUR_MS, MINUTE_MS, round } from '../sky/numbers.ts'
import { AIR_VARIABLES, type AirSample } from './air.ts'
import { placeById, searchPlaces } from './gazetteer.ts'
import { DAILY_TIMES, DAILY_VARIABLES } from './daily-variables.ts'
import { OpenMeteoRefusal, readQuery, type OpenMeteoQuery } from './query.ts'
import { currentSection, dailySection, hourlySection, type EmulatedProduct } from './sections.ts'
import { FORECAST_VARIABLES, type Sample } from './variables.ts'
import { utcOffsetSeconds } from '../sky/time-zones.ts'
import { zoneOf } from '../sky/zones.ts'
import { elevationAt } from '../sky/weather.ts'

const FORECAST: EmulatedProduct<Sample> = {
  kind: 'forecast',
  variables: FORECAST_VARIABLES,
  stepMs: 15 * MINUTE_MS,
  sample: (world, place, atMs, intervalMs) => ({
    weather: world.weather(place, atMs),
    precipitationMm: world.precipitationMm(place, atMs - intervalMs, atMs),
  }),
}

const AIR: EmulatedProduct<AirSample> = {
  kind: 'air',
  variables: AIR_VARIABLES,
  stepMs: HOUR_MS,
  sample: (world, place, atMs) => ({ air: world.air(place, atMs), place }),
}

export function readOpenMeteo(request: EmulatedRequest): EmulatedCall {
  if (request.path === '/v1/forecast') return readProduct(request.query, FORECAST)
  if (request.path === '/v1/air-quality') return readProduct(request.query, AIR)
  if (request.path === '/v1/search') return searchPlaces(request.query)
  if (request.path === '/v1/get') return placeById(request.query)
  return refuse(openMeteoError('Not Found', 404))
}

function readProduct<S>(params: URLSearchParams, product: EmulatedProduct<S>): EmulatedCall {
  try {
    const query = readQuery(params, {
      kind: product.kind,
      current: (name) => Object.hasOwn(product.variables, name),
      daily: (name) =>
        product.kind === 'forecast' &&
        (Object.hasOwn(DAILY_VARIABLES, name) || Object.hasOwn(DAILY_TIMES, name)),
    })
    return {
      places: query.places,
      weight: weightPerLocation(query) * query.places.length,
      answer: (world) => answer(world, query, product),
    }
  } catch (error) {
    if (error instanceof OpenMeteoRefusal) return refuse(openMeteoError(error.message))
    throw error
  }
}

/** Ten variables over two weeks are one call. */
function weightPerLocation(query: OpenMeteoQuery): number {
  const variables = query.current.length + query.hourly.length + query.daily.length
  const days = query.forecastDays + query.pastDays
  return Math.max(1, variables / 10, ((variables / 10) * days) / 14)
}

function answer<S>(world: World, query: OpenMeteoQuery, product: EmulatedProduct<S>): Answer {
  const locations = query.places.map((_, index) => location(world, query, product, index))
  return json(locations.length === 1 ? locations[0] : locations)
}

/** What an answer of theirs takes; always the same, so that answers can be compared. */
const GENERATION_MS = 0.0457763671875

/** What comes back is the centre of the model's cell, in single precision, not what was asked. */
const cellCentre = (degrees: number): number => round(Math.fround(round(degrees * 16) / 16), 6)

function location<S>(
  world: World,
  query: OpenMeteoQuery,
  product: EmulatedProduct<S>,
  index: number,
): Record<string, unknown> {
  const place = query.places[index] ?? { latitude: 0, longitude: 0 }
  const name = query.zones[index] ?? query.zones[0] ?? 'GMT'
  const zone = name === 'auto' ? zoneOf(place) : name
  const offset = utcOffsetSeconds(zone, world.now.getTime())
  const view = { world, query, product, place, offsetSeconds: offset }
  const sections = {
    ...(query.current.length > 0 ? currentSection(view) : {}),
    ...(query.hourly.length > 0 ? hourlySection(view) : {}),
    ...(query.daily.length > 0 ? dailySection(view) : {}),
  }
  return {
    latitude: cellCentre(place.latitude),
    longitude: cellCentre(place.longitude),
    generationtime_ms: GENERATION_MS,
    utc_offset_seconds: offset,
    timezone: zone,
    timezone_abbreviation: abbreviation(offset),
    elevation: elevationAt(place, world.seed),
    ...(index === 0 ? {} : { location_id: index }),
    ...sections,
  }
}

function abbreviation(offsetSeconds: number): string {
  if (offsetSeconds === 0) return 'GMT'
  const minutes = Math.abs(offsetSeconds) / 60
  const rest = minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`
  return `GMT${offsetSeconds < 0 ? '-' : '+'}${String(Math.floor(minutes / 60))}${rest}`
}
