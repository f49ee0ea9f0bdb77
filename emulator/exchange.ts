import type { IncomingHttpHeaders } from 'node:http'

import type { AirQuality } from './sky/air.ts'
import type { DayWeather } from './sky/day.ts'
import type { Place, Weather } from './sky/weather.ts'

/** A request without the provider's prefix; a form body is already part of the query. */
export interface ProviderRequest {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
}

export interface Answer {
  status: number
  headers: Record<string, string>
  /** Text goes out as it is, anything else as JSON. */
  body: unknown
}

/** What a provider's handlers see of the weather; a fault may hand them a distorted one. */
export interface World {
  /** The moment described. Differs from `clock` while a fault makes data old or early. */
  now: Date
  clock: Date
  seed: number
  /** Where the provider is mounted, for links inside bodies. */
  baseUrl: string
  weather: (place: Place, atMs: number) => Weather
  precipitationMm: (place: Place, fromMs: number, toMs: number) => number
  day: (place: Place, dayStartMs: number) => DayWeather
  air: (place: Place, atMs: number) => AirQuality
}

/** A request understood: what it costs, and how to answer it should it be answered. */
export interface Ask {
  places: Place[]
  weight: number
  answer: (world: World) => Answer
}

export type ReadRequest = (request: ProviderRequest) => Ask

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

/** An ask for one place. */
export const askFor = (place: Place, answer: (world: World) => Answer): Ask => ({
  places: [place],
  weight: 1,
  answer,
})

/** Refusals still cost a call. */
export const refuse = (answer: Answer): Ask => ({ places: [], weight: 1, answer: () => answer })
