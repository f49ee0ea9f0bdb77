import { airQualityAt } from './sky/air.ts'
import { dayWeather } from './sky/day.ts'
import type { World } from './exchange.ts'
import { precipitationMm, weatherAt } from './sky/weather.ts'

export interface WorldInput {
  now: Date
  clock: Date
  seed: number
  baseUrl: string
}

export const createWorld = ({ now, clock, seed, baseUrl }: WorldInput): World => ({
  now,
  clock,
  seed,
  baseUrl,
  weather: (place, atMs) => weatherAt({ ...place, at: new Date(atMs), seed }),
  precipitationMm: (place, fromMs, toMs) => precipitationMm(place, fromMs, toMs, seed),
  day: (place, dayStartMs) => dayWeather({ ...place, dayStart: new Date(dayStartMs), seed }),
  air: (place, atMs) => airQualityAt({ ...place, at: new Date(atMs), seed }),
})
