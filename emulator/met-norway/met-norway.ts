import { errorAnswer } from '../error-bodies.ts'
import {
  callFor,
  refuse,
  text,
  type Answer,
  type EmulatedCall,
  type EmulatedRequest,
  type World,
} from '../exchange.ts'
import { locationforecast } from './forecast.ts'
import { HOUR_MS, MINUTE_MS, floorTo } from '../sky/numbers.ts'
import type { Coordinates } from '../sky/weather.ts'

const PATH = /^\/weatherapi\/locationforecast\/2\.0\/(compact|complete)$/
const COORDINATE = /^-?\d{1,3}(?:\.(\d+))?$/
const MAX_DECIMALS = 4
const FRESH_FOR_MS = 30 * MINUTE_MS
/** The default User-Agent of an HTTP client identifies no application. */
const ANONYMOUS_AGENTS = new Set(['', 'node', 'undici', 'axios', 'node-fetch'])

export function readMetNorway({ path, query, headers }: EmulatedRequest): EmulatedCall {
  const product = PATH.exec(path)?.[1]
  if (product === undefined) return refuse(errorAnswer('met-norway', 404))
  if (ANONYMOUS_AGENTS.has(headers['user-agent'] ?? '')) {
    return refuse(errorAnswer('met-norway', 403))
  }
  const place = readPlace(query)
  if (place === 'too-precise') return refuse(errorAnswer('met-norway', 403))
  if (!place) return refuse(text('<html><body><h1>400 Bad Request</h1></body></html>', 400))
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return callFor(place, (world) => forecastAnswer(world, place, product === 'complete', since))
}

function readPlace(query: URLSearchParams): Coordinates | 'too-precise' | null {
  const [lat, lon] = [query.get('lat') ?? '', query.get('lon') ?? '']
  const [latMatch, lonMatch] = [COORDINATE.exec(lat), COORDINATE.exec(lon)]
  if (!latMatch || !lonMatch) return null
  const decimals = Math.max(latMatch[1]?.length ?? 0, lonMatch[1]?.length ?? 0)
  if (decimals > MAX_DECIMALS) return 'too-precise'
  const place = { latitude: Number(lat), longitude: Number(lon) }
  return Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180 ? place : null
}

/** The forecast changes when the hour turns: that is when the first entry moves on. */
function forecastAnswer(
  world: World,
  place: Coordinates,
  isComplete: boolean,
  sinceMs: number,
): Answer {
  const modifiedMs = floorTo(world.now.getTime(), HOUR_MS)
  const headers = {
    'content-type': 'application/json',
    'last-modified': new Date(modifiedMs).toUTCString(),
    expires: new Date(world.clock.getTime() + FRESH_FOR_MS).toUTCString(),
    vary: 'Accept, Accept-Encoding',
  }
  if (sinceMs >= modifiedMs) return { status: 304, headers, body: '' }
  return { status: 200, headers, body: locationforecast(world, place, isComplete) }
}
