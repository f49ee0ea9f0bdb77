import type { IncomingHttpHeaders } from 'node:http'
import type { SceneName } from './scenes.ts'
import type { EmulatedAir } from './sky/air.ts'
import type { DayWeather } from './sky/day.ts'
import type { Coordinates, Weather } from './sky/weather.ts'

/** A request without the provider's prefix; a form body is already part of the query. */
export interface EmulatedRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  /** Path and query as they arrived. */
  readonly url: string
}

export interface Answer {
  readonly status: number
  readonly headers: Record<string, string>
  /** Text and bytes go out as they are, anything else as JSON. */
  readonly body: unknown
}

export const payloadOf = ({ body }: Answer): Buffer =>
  Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))

/** What a provider's handlers see of the weather; a fault may hand them a distorted one. */
export interface World {
  /** The moment described. Differs from `clock` while a fault makes data old or early. */
  readonly now: Date
  readonly clock: Date
  readonly seed: number
  /** The scene that plays. */
  readonly scene: SceneName | null
  /** Where the provider is mounted, for links inside bodies. */
  readonly baseUrl: string
  readonly weather: (place: Coordinates, atMs: number) => Weather
  readonly precipitationMm: (place: Coordinates, fromMs: number, toMs: number) => number
  readonly day: (place: Coordinates, dayStartMs: number) => DayWeather
  readonly air: (place: Coordinates, atMs: number) => EmulatedAir
}

/** A request as the provider reads it: its places, its weight, and its sound answer. */
export interface EmulatedCall {
  readonly places: Coordinates[]
  readonly weight: number
  readonly answer: (world: World) => Answer
}

export type ReadRequest = (request: EmulatedRequest) => EmulatedCall

export const json = (
  body: unknown,
  status = 200,
  contentType = 'application/json; charset=utf-8',
): Answer => ({ status, headers: { 'content-type': contentType }, body })

export const text = (body: string, status: number, contentType = 'text/html'): Answer => ({
  status,
  headers: { 'content-type': contentType },
  body,
})

/** A call for one place. */
export const callFor = (place: Coordinates, answer: (world: World) => Answer): EmulatedCall => ({
  places: [place],
  weight: 1,
  answer,
})

/** Refusals still cost a call. */
export const refuse = (answer: Answer): EmulatedCall => ({
  places: [],
  weight: 1,
  answer: () => answer,
})
