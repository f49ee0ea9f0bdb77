import type { ForecastDay } from '../../../domain/weather/reading.ts'
import { sunTimeOf } from '../../wire-values.ts'
import { isSameTime } from '../day-or-night.ts'

export type SunTimes = Pick<ForecastDay, 'sunriseAt' | 'sunsetAt'>

interface Sun {
  readonly sunrise?: number | null | undefined
  readonly sunset?: number | null | undefined
}

export const sunTimesOf = ({ sunrise, sunset }: Sun = {}): SunTimes =>
  isSameTime(sunrise, sunset)
    ? { sunriseAt: null, sunsetAt: null }
    : { sunriseAt: sunTimeOf(sunrise), sunsetAt: sunTimeOf(sunset) }
