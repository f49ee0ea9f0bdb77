import { hash } from '../sky/noise.ts'
import { round } from '../sky/numbers.ts'
import type { Coordinates } from '../sky/weather.ts'
import type { Units } from './condition-body.ts'

const MAX_SPREAD_K = 2
const MAX_CORRECTION_K = 6
/** The first steps are corrected by what stations say, the second less than the first. */
const FADES: readonly number[] = [1, 0.62]
const UPWARD_SHARE = 0.3

const draw = ({ latitude, longitude }: Coordinates, time: number, salt: number): number =>
  hash(Math.round(latitude * 1e4), Math.round(longitude * 1e4), time, salt)

const inUnits = (kelvin: number, units: Units): number =>
  units === 'imperial' ? kelvin * 1.8 : kelvin

/** How far temperatures differ within a city at one moment. */
export const nearBy = (temp: number, place: Coordinates, units: Units) => ({
  temp_min: round(temp - inUnits(draw(place, 0, 51) * MAX_SPREAD_K, units), 2),
  temp_max: round(temp + inUnits(draw(place, 0, 52) * MAX_SPREAD_K, units), 2),
})

interface StepOf {
  readonly place: Coordinates
  readonly firstMs: number
  readonly index: number
}

/** `temp_kf` and the extremes that deviate by it from `temp`; from the third step on there is none. */
export function corrected(
  temp: number,
  { place, firstMs, index }: StepOf,
  units: Units,
): Record<string, number> {
  const share = draw(place, firstMs / 1000, 53)
  const size = MAX_CORRECTION_K * share ** 2 * (FADES[index] ?? 0)
  const isUpward = draw(place, firstMs / 1000, 54) < UPWARD_SHARE
  const kf = round(inUnits(isUpward ? -size : size, units), 2)
  return {
    temp_min: round(temp - Math.max(0, kf), 2),
    temp_max: round(temp - Math.min(0, kf), 2),
    temp_kf: kf,
  }
}
