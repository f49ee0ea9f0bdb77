import { HOUR_MS, MINUTE_MS, floorTo } from '../sky/numbers.ts'
import type { Coordinates } from '../sky/weather.ts'

/** The area of the Nordic model, which alone has gusts and chances. */
export const isNordic = ({ latitude, longitude }: Coordinates): boolean =>
  latitude > 54 && latitude < 72 && longitude > 4 && longitude < 32

interface Model {
  readonly runsEveryMs: number
  /** What a run takes until its forecasts are out. */
  readonly takesMs: number
}

const NORDIC: Model = { runsEveryMs: HOUR_MS, takesMs: 24 * MINUTE_MS + 54_000 }
const GLOBAL: Model = { runsEveryMs: 6 * HOUR_MS, takesMs: 90 * MINUTE_MS + 57_000 }

/** When the forecasts that are out now were made: never on the hour, and hours ago for most places. */
export function modelRanAtMs(place: Coordinates, nowMs: number): number {
  const { runsEveryMs, takesMs } = isNordic(place) ? NORDIC : GLOBAL
  return floorTo(nowMs - takesMs, runsEveryMs) + takesMs
}

const COMPACT_UNITS = {
  air_pressure_at_sea_level: 'hPa',
  air_temperature: 'celsius',
  cloud_area_fraction: '%',
  precipitation_amount: 'mm',
  relative_humidity: '%',
  wind_from_direction: 'degrees',
  wind_speed: 'm/s',
}

const COMPLETE_UNITS = {
  ...COMPACT_UNITS,
  air_temperature_max: 'celsius',
  air_temperature_min: 'celsius',
  cloud_area_fraction_high: '%',
  cloud_area_fraction_low: '%',
  cloud_area_fraction_medium: '%',
  dew_point_temperature: 'celsius',
  fog_area_fraction: '%',
  ultraviolet_index_clear_sky: '1',
}

const NORDIC_UNITS = {
  ...COMPLETE_UNITS,
  probability_of_precipitation: '%',
  wind_speed_of_gust: 'm/s',
}

/** Units are listed of the values that the document holds, and of no others. */
export function unitsOf(place: Coordinates, isComplete: boolean): Record<string, string> {
  if (!isComplete) return COMPACT_UNITS
  return isNordic(place) ? NORDIC_UNITS : COMPLETE_UNITS
}
