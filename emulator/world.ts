import { airQualityAt } from './sky/air.ts'
import { dayWeather } from './sky/day.ts'
import type { World } from './exchange.ts'
import type { SceneName } from './scenes.ts'
import { precipitationMm, weatherAt } from './sky/weather.ts'

export interface WorldInput {
  readonly now: Date
  readonly clock: Date
  readonly seed: number
  readonly scene: SceneName | null
  readonly baseUrl: string
}

export const createWorld = ({ now, clock, seed, scene, baseUrl }: WorldInput): World => ({
  now,
  clock,
  seed,
  scene,
  baseUrl,
  weather: (place, atMs) => weatherAt({ ...place, at: new Date(atMs), seed }),
  precipitationMm: (place, fromMs, toMs) => precipitationMm(place, fromMs, toMs, seed),
  day: (place, dayStartMs) => dayWeather({ ...place, dayStart: new Date(dayStartMs), seed }),
  air: (place, atMs) => airQualityAt({ ...place, at: new Date(atMs), seed }),
})
