import { defraBand, epaBand } from '../sky/air-index.ts'
import { errorAnswer, weatherApiError } from '../error-bodies.ts'
import {
  callFor,
  json,
  refuse,
  type Answer,
  type EmulatedCall,
  type EmulatedRequest,
  type World,
} from '../exchange.ts'
import { MINUTE_MS, floorTo, round } from '../sky/numbers.ts'
import { localIsoMinute, utcOffsetSeconds } from '../sky/time-zones.ts'
import { weatherBody } from './bodies.ts'
import { forecastDays } from './forecast.ts'
import type { Coordinates } from '../sky/weather.ts'
import { zoneOf } from '../sky/zones.ts'

const UPDATES_EVERY_MS = 15 * MINUTE_MS
/** What the free plan gives, whatever is asked. */
const MAX_FORECAST_DAYS = 3
const COORDINATES = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/

export function readWeatherApi({ method, path, query }: EmulatedRequest): EmulatedCall {
  const refusal = refuseKey(query.get('key') ?? '')
  if (refusal) return refuse(refusal)
  const product = /^\/v1\/(current|forecast)\.json$/.exec(path)?.[1]
  if (product === undefined) return refuse(weatherApiError(400, 1005, 'API URL is invalid.'))
  if (method === 'POST') {
    return refuse(weatherApiError(403, 2009, 'API key does not have access to the resource.'))
  }
  const wanted = query.get('q') ?? ''
  if (wanted === '') return refuse(weatherApiError(400, 1003, 'Parameter q is missing.'))
  const place = readPlace(wanted)
  if (!place) return refuse(errorAnswer('weatherapi', 400))
  const hasAir = query.get('aqi') === 'yes'
  const days = product === 'forecast' ? readDays(query.get('days')) : 0
  return callFor(place, (world) => json(body(world, place, hasAir, days)))
}

function refuseKey(key: string): Answer | null {
  if (key === '') return weatherApiError(401, 1002, 'API key is invalid or not provided.')
  if (key === 'invalid') return weatherApiError(401, 2006, 'API key is invalid.')
  if (key === 'disabled') return weatherApiError(403, 2008, 'API key has been disabled.')
  return null
}

function readPlace(wanted: string): Coordinates | null {
  const match = COORDINATES.exec(wanted)
  if (!match) return null
  const place = { latitude: Number(match[1]), longitude: Number(match[2]) }
  return Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180 ? place : null
}

const readDays = (given: string | null): number =>
  Math.min(MAX_FORECAST_DAYS, Math.max(1, Math.floor(Number(given ?? 1)) || 1))

function body(world: World, place: Coordinates, hasAir: boolean, days: number): unknown {
  const zone = zoneOf(place)
  const offset = utcOffsetSeconds(zone, world.now.getTime())
  return {
    location: locationBody(world, place, zone, offset),
    current: currentBody(world, place, offset, hasAir),
    ...(days > 0 ? { forecast: { forecastday: forecastDays(world, place, zone, days) } } : {}),
  }
}

/** `2026-11-22 8:05`: the hour of the local time has no leading zero. */
const unpadded = (localIso: string): string => localIso.replace('T', ' ').replace(/ 0(\d:)/, ' $1')

function locationBody(world: World, place: Coordinates, zone: string, offset: number): unknown {
  const clockMs = world.clock.getTime()
  return {
    name: '',
    region: '',
    country: '',
    lat: round(place.latitude, 3),
    lon: round(place.longitude, 3),
    tz_id: zone,
    localtime_epoch: Math.floor(clockMs / 1000),
    localtime: unpadded(localIsoMinute(clockMs, offset)),
  }
}

function currentBody(world: World, place: Coordinates, offset: number, hasAir: boolean): unknown {
  const atMs = floorTo(world.now.getTime(), UPDATES_EVERY_MS)
  const weather = world.weather(place, atMs)
  const fallen = world.precipitationMm(place, atMs - UPDATES_EVERY_MS, atMs)
  return {
    last_updated_epoch: atMs / 1000,
    last_updated: localIsoMinute(atMs, offset).replace('T', ' '),
    ...weatherBody(weather, fallen),
    ...(hasAir ? { air_quality: airBody(world, place, atMs) } : {}),
  }
}

/** Concentrations pass through single precision: 317.1 arrives as 317.1000061035156. */
const single = (value: number): number => Math.fround(round(value, 1))

function airBody(world: World, place: Coordinates, atMs: number): Record<string, number> {
  const air = world.air(place, atMs)
  return {
    co: single(air.carbonMonoxide),
    no2: single(air.nitrogenDioxide),
    o3: single(air.ozone),
    so2: single(air.sulphurDioxide),
    pm2_5: single(air.pm2_5),
    pm10: single(air.pm10),
    'us-epa-index': epaBand(air),
    'gb-defra-index': defraBand(air),
  }
}
