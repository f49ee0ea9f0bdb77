import { isSameLatitude } from './control/faults.ts'
import type { Fault } from './control/schemas.ts'
import { errorAnswer } from './error-bodies.ts'
import type { Answer, Ask, World } from './exchange.ts'
import type { ProviderName } from './provider-names.ts'
import type { Place } from './sky/weather.ts'

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
  const { placeLatitude } = fault
  const isHit = (place: Place): boolean =>
    placeLatitude === undefined || isSameLatitude(place, placeLatitude)
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
export function replacement(provider: ProviderName, fault: Fault | undefined): Answer | null {
  if (fault?.kind === 'status') {
    const { headers, ...answer } = errorAnswer(provider, fault.status ?? DEFAULT_STATUS)
    return { ...answer, headers: { ...headers, ...retryAfter(fault) }, ...givenBody(fault) }
  }
  if (fault?.kind === 'garbage') {
    return { status: fault.status ?? 200, ...garbage(provider), ...givenBody(fault) }
  }
  return null
}

const givenBody = ({ body }: Fault): { body?: string } => (body === undefined ? {} : { body })

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

/** The weather, spoiled on its way out. */
export function spoil(answer: Answer, ask: Ask, fault: Fault | undefined): Answer {
  if (fault?.kind === 'wrong-schema') return { ...answer, body: numbersAsText(answer.body) }
  if (fault?.kind === 'drop-place') return { ...answer, body: dropPlace(answer.body, ask, fault) }
  return answer
}

function numbersAsText(value: unknown): unknown {
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(numbersAsText)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, numbersAsText(part)]))
}

function dropPlace(body: unknown, ask: Ask, { placeLatitude }: Fault): unknown {
  if (!Array.isArray(body)) {
    if (typeof body !== 'object' || body === null) return body
    return Object.fromEntries(Object.keys(body).map((key) => [key, null]))
  }
  const named = ask.places.findIndex(
    (place) => placeLatitude !== undefined && isSameLatitude(place, placeLatitude),
  )
  const dropped = named === -1 ? body.length - 1 : named
  return body.filter((_, index) => index !== dropped)
}
