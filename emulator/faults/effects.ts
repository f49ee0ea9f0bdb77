import { concernsPlace } from '../control/faults.ts'
import type { Fault } from '../control/schemas.ts'
import { errorAnswer, nwsProblem } from '../error-bodies.ts'
import type { Answer, World } from '../exchange.ts'
import type { ProviderName } from '../provider-names.ts'
import type { Coordinates } from '../sky/weather.ts'
import { echoAnswer } from './echo-url.ts'

const IMPOSSIBLE_TEMPERATURE_C = 999
const DEFAULT_AGE_SECONDS = 6 * 3600
const DEFAULT_STATUS = 503

/** How far the described moment is from the clock. */
export function shiftMs(fault: Fault | undefined): number {
  const ageMs = (fault?.ageSeconds ?? DEFAULT_AGE_SECONDS) * 1000
  if (fault?.kind === 'stale') return -ageMs
  return fault?.kind === 'future' ? ageMs : 0
}

/** The world as a broken sensor sees it. */
export function distort(world: World, fault: Fault | undefined): World {
  if (fault?.kind !== 'out-of-range') return world
  const isHit = (place: Coordinates): boolean => concernsPlace(fault, place)
  return {
    ...world,
    weather: (place, atMs) => {
      const weather = world.weather(place, atMs)
      return isHit(place) ? { ...weather, temperatureC: IMPOSSIBLE_TEMPERATURE_C } : weather
    },
    day: (place, dayStartMs) => {
      const day = world.day(place, dayStartMs)
      return isHit(place) ? { ...day, temperatureMaxC: IMPOSSIBLE_TEMPERATURE_C } : day
    },
  }
}

/** The answer instead of the weather, if the fault is one that replaces it. */
export function replacement(
  provider: ProviderName,
  url: string,
  fault: Fault | undefined,
): Answer | null {
  switch (fault?.kind) {
    case 'status': {
      const { headers, ...answer } = errorAnswer(provider, fault.status ?? DEFAULT_STATUS)
      return { ...answer, headers: { ...headers, ...retryAfter(fault) }, ...givenBody(fault) }
    }
    case 'garbage':
      return { status: fault.status ?? 200, ...garbage(provider), ...givenBody(fault) }
    case 'echo-url':
      return echoAnswer(provider, url, fault)
    case 'grid-expired':
      return gridExpired()
    default:
      return null
  }
}

const givenBody = ({ body, bodyBase64 }: Fault): { readonly body?: string | Buffer } => {
  if (bodyBase64 !== undefined) return { body: Buffer.from(bodyBase64, 'base64') }
  return body === undefined ? {} : { body }
}

const retryAfter = ({ retryAfterSeconds: seconds }: Fault): Record<string, string> =>
  seconds === undefined ? {} : { 'retry-after': String(seconds) }

/** Open-Meteo is known to put plain text into a good answer; elsewhere a proxy's page comes. */
function garbage(provider: ProviderName): Pick<Answer, 'headers' | 'body'> {
  return provider === 'open-meteo'
    ? {
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: 'Unexpected error while streaming data: timeoutReached',
      }
    : {
        headers: { 'content-type': 'text/html' },
        body: '<html><body><h1>Bad gateway</h1></body></html>',
      }
}

/** What an office of NWS that has sent nothing new answers for its own grid. */
const gridExpired = (): Answer =>
  nwsProblem(
    503,
    'ForecastGridExpired',
    'Forecast Grid Expired',
    'The requested forecast grid was issued 2026-11-20T02:50:40+00:00 and has expired.',
  )
