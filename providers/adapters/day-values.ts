import type { ForecastDay } from '../../domain/weather/reading.ts'
import { metresPerSecondToKmh, rounded } from '../../domain/weather/units.ts'

type Maybe = number | null | undefined

/** The values of a day that are computed from its steps where a provider sends steps only. */
export const DERIVED_DAY_FIELDS = [
  'temperatureMaxC',
  'temperatureMinC',
  'precipitationMm',
  'precipitationProbability',
  'windSpeedMaxKmh',
  'windGustMaxKmh',
  'condition',
  'intensity',
] as const satisfies readonly (keyof ForecastDay)[]

export const present = <T>(values: readonly (T | null | undefined)[]): T[] =>
  values.filter((value) => value != null)

export function highest(values: readonly Maybe[]): number | null {
  const known = present(values)
  return known.length === 0 ? null : Math.max(...known)
}

export function lowest(values: readonly Maybe[]): number | null {
  const known = present(values)
  return known.length === 0 ? null : Math.min(...known)
}

export const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0)

/** Null where an amount is unknown or impossible, because the sum would be too small. */
export function totalOf(amounts: readonly (number | null)[], decimals: number): number | null {
  const isKnown = amounts.length > 0 && amounts.every((amount) => amount !== null && amount >= 0)
  return isKnown ? rounded(sum(present(amounts)), decimals) : null
}

export const kmhOf = (metresPerSecond: Maybe): number | null =>
  metresPerSecond == null ? null : rounded(metresPerSecondToKmh(metresPerSecond))
