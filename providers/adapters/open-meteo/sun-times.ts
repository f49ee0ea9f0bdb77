import { HOUR_S } from '../../../domain/time/durations.ts'
import type { ForecastDay } from '../../../domain/weather/reading.ts'
import { sunTimeOf } from '../../wire-values.ts'
import { isSameTime } from '../day-or-night.ts'

type Maybe = number | null | undefined

const DAY_S = 24 * HOUR_S

/**
 * Where the sun stays down, the API sends the day's local midnight as both times, and where it stays
 * up, that midnight and the one 24 hours later: neither is a moment at which it rises or sets.
 * https://github.com/open-meteo/open-meteo/pull/844; before June 2024 both were 0.
 */
export function sunTimesOf(
  sunriseS: Maybe,
  sunsetS: Maybe,
  midnightS: number,
): Pick<ForecastDay, 'sunriseAt' | 'sunsetAt'> {
  return isPolar(sunriseS, sunsetS, midnightS)
    ? { sunriseAt: null, sunsetAt: null }
    : { sunriseAt: sunTimeOf(sunriseS), sunsetAt: sunTimeOf(sunsetS) }
}

function isPolar(sunriseS: Maybe, sunsetS: Maybe, midnightS: number): boolean {
  if (isSameTime(sunriseS, sunsetS)) return true
  if (sunriseS && sunsetS) return sunsetS - sunriseS === DAY_S
  // With one of the two only, a time to the second at midnight is none of the sun.
  const isMidnight = (time: Maybe): boolean => time === midnightS || time === midnightS + DAY_S
  return isMidnight(sunriseS) || isMidnight(sunsetS)
}
