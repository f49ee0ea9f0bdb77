import { openWeatherIndex } from '../sky/air-index.ts'
import { errorAnswer, openWeatherError } from '../error-bodies.ts'
import {
  callFor,
  json,
  refuse,
  type Answer,
  type EmulatedCall,
  type EmulatedRequest,
  type World,
} from '../exchange.ts'
import { hash } from '../sky/noise.ts'
import { HOUR_MS, MINUTE_MS, floorTo, round } from '../sky/numbers.ts'
import { conditionBody, type Units } from './condition-body.ts'
import { forecastBody } from './forecast.ts'
import { localMidnightMs, utcOffsetSeconds } from '../sky/time-zones.ts'
import { zoneOf } from '../sky/zones.ts'
import type { Coordinates } from '../sky/weather.ts'
import { nearBy } from './near-by.ts'

const UPDATES_EVERY_MS = 10 * MINUTE_MS

export function readOpenWeatherMap({ path, query }: EmulatedRequest): EmulatedCall {
  const key = query.get('appid') ?? ''
  if (key === '' || key === 'invalid') return refuse(errorAnswer('openweathermap', 401))
  const build = HANDLERS[path]
  if (!build) return refuse(openWeatherError(404, 'Internal error'))
  const [lat, lon] = [query.get('lat'), query.get('lon')]
  if (!lat || !lon) return refuse(openWeatherError(400, 'Nothing to geocode'))
  const place = { latitude: Number(lat), longitude: Number(lon) }
  if (!(Math.abs(place.latitude) <= 90)) return refuse(openWeatherError(400, 'wrong latitude'))
  if (!(Math.abs(place.longitude) <= 180)) return refuse(openWeatherError(400, 'wrong longitude'))
  const units = readUnits(query.get('units'))
  return callFor(place, (world) => withCacheKey(json(build(world, place, units)), path, place))
}

const HANDLERS: Record<string, (world: World, place: Coordinates, units: Units) => unknown> = {
  '/data/2.5/weather': currentBody,
  '/data/2.5/forecast': (world, place, units) =>
    forecastBody(world, place, units, (atMs) =>
      conditionBody(world, place, { atMs, window: '3h' }, units),
    ),
  '/data/2.5/air_pollution': airPollutionBody,
}

const readUnits = (given: string | null): Units =>
  given === 'metric' || given === 'imperial' ? given : 'standard'

function withCacheKey(answer: Answer, path: string, { latitude, longitude }: Coordinates): Answer {
  const key = `${path}?lat=${latitude.toFixed(2)}&lon=${longitude.toFixed(2)}`
  return { ...answer, headers: { ...answer.headers, 'x-cache-key': key } }
}

/** Each place is recalculated every ten minutes, at its own second. */
function calculatedAtMs(world: World, { latitude, longitude }: Coordinates): number {
  const share = hash(Math.round(latitude * 1e4), Math.round(longitude * 1e4), 0, 31)
  const shiftMs = floorTo(share * UPDATES_EVERY_MS, 1000)
  return floorTo(world.now.getTime() - shiftMs, UPDATES_EVERY_MS) + shiftMs
}

function currentBody(world: World, place: Coordinates, units: Units): unknown {
  const atMs = calculatedAtMs(world, place)
  const offset = utcOffsetSeconds(zoneOf(place), atMs)
  const { sun } = world.day(place, localMidnightMs(atMs, offset))
  const hasNoSunTimes = sun.sunriseMs === null || sun.sunsetMs === null
  const phase = hasNoSunTimes ? ({ phase: 'n' } as const) : {}
  const moment = { atMs, window: '1h', ...phase } as const
  const state = conditionBody(world, place, moment, units)
  return {
    coord: coordOf(place),
    weather: state.weather,
    base: 'stations',
    main: { ...state.main, ...nearBy(state.main.temp, place, units) },
    visibility: state.visibility,
    wind: state.wind,
    ...state.falling,
    clouds: state.clouds,
    dt: atMs / 1000,
    sys: {
      country: '',
      // 0 on polar days and nights alike; the icon then takes it for night.
      sunrise: Math.round((sun.sunriseMs ?? 0) / 1000),
      sunset: Math.round((sun.sunsetMs ?? 0) / 1000),
    },
    timezone: offset,
    id: 0,
    name: '',
    cod: 200,
  }
}

const coordOf = ({
  latitude,
  longitude,
}: Coordinates): { readonly lon: number; readonly lat: number } => ({
  lon: round(longitude, 4),
  lat: round(latitude, 4),
})

function airPollutionBody(world: World, place: Coordinates): unknown {
  const atMs = floorTo(world.now.getTime(), HOUR_MS)
  const air = world.air(place, atMs)
  return {
    coord: coordOf(place),
    list: [
      {
        main: { aqi: openWeatherIndex(air) },
        components: {
          co: round(air.carbonMonoxide, 2),
          no: round(air.nitrogenMonoxide, 2),
          no2: round(air.nitrogenDioxide, 2),
          o3: round(air.ozone, 2),
          so2: round(air.sulphurDioxide, 2),
          pm2_5: round(air.pm2_5, 2),
          pm10: round(air.pm10, 2),
          nh3: round(air.ammonia, 2),
        },
        dt: atMs / 1000,
      },
    ],
  }
}
