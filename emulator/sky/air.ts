import { smoothNoise } from './noise.ts'
import { HOUR_MS } from './numbers.ts'
import { solarHour } from './sun.ts'
import type { Moment } from './weather.ts'

/** Concentrations in micrograms per cubic metre, carbon monoxide too. */
export interface EmulatedAir {
  readonly pm2_5: number
  readonly pm10: number
  readonly carbonMonoxide: number
  readonly nitrogenMonoxide: number
  readonly nitrogenDioxide: number
  readonly sulphurDioxide: number
  readonly ozone: number
  readonly ammonia: number
  readonly dust: number
}

const HAZE = { salt: 21, cellDegrees: 4, cellHours: 30 }
const TRAFFIC = { salt: 22, cellDegrees: 1, cellHours: 12 }
const DUST = { salt: 23, cellDegrees: 12, cellHours: 48 }

export function airQualityAt({ latitude, longitude, at, seed }: Moment): EmulatedAir {
  const hours = at.getTime() / HOUR_MS
  const haze = smoothNoise(HAZE, latitude, longitude, hours, seed) ** 2
  const traffic = smoothNoise(TRAFFIC, latitude, longitude, hours, seed)
  const desert = Math.exp(-(((latitude - 24) / 14) ** 2))
  const dust = 90 * desert * smoothNoise(DUST, latitude, longitude, hours, seed) ** 3
  const hour = solarHour(longitude, at.getTime())
  const sunshine = Math.max(0, Math.cos(((hour - 14) / 24) * 2 * Math.PI))
  const rush = 0.6 + 0.4 * Math.abs(Math.cos(((hour - 8) / 12) * Math.PI))
  const pm2_5 = 2 + 45 * haze + 4 * traffic + dust * 0.15
  return {
    pm2_5,
    pm10: pm2_5 * 1.4 + 2 + dust * 0.8,
    carbonMonoxide: 110 + 240 * traffic * rush + 350 * haze,
    nitrogenMonoxide: 0.1 + 5 * traffic * rush,
    nitrogenDioxide: 1.5 + 40 * traffic * rush,
    sulphurDioxide: 0.5 + 6 * haze + 4 * traffic,
    ozone: 25 + 75 * sunshine + 20 * haze - 18 * traffic * rush,
    ammonia: 0.5 + 8 * haze,
    dust,
  }
}
