import { wmoCode } from '../sky/condition-codes.ts'
import { SNOW_BELOW_C, type EmulatedCondition } from '../sky/conditions.ts'
import type { Weather } from '../sky/weather.ts'

/** One moment at one place, with what fell in the interval before it. */
export interface Sample {
  readonly weather: Weather
  readonly precipitationMm: number
}

export interface Variable<Source> {
  readonly unit: string
  readonly decimals: number
  readonly read: (source: Source) => number | null
}

const variable = <Source>(
  unit: string,
  decimals: number,
  read: (source: Source) => number | null,
): Variable<Source> => ({ unit, decimals, read })

const now = (
  unit: string,
  decimals: number,
  read: (weather: Weather) => number,
): Variable<Sample> => variable(unit, decimals, ({ weather }) => read(weather))

const isSnow = ({ weather }: Sample): boolean => weather.temperatureC <= SNOW_BELOW_C
const code = (condition: EmulatedCondition): number => wmoCode(condition)

/** `current`, `hourly` and `minutely_15` share their names. */
export const FORECAST_VARIABLES: Record<string, Variable<Sample>> = {
  temperature_2m: now('°C', 1, (w) => w.temperatureC),
  apparent_temperature: now('°C', 1, (w) => w.feelsLikeC),
  dew_point_2m: now('°C', 1, (w) => w.dewPointC),
  relative_humidity_2m: now('%', 0, (w) => w.humidityPercent),
  pressure_msl: now('hPa', 1, (w) => w.pressureMslHpa),
  surface_pressure: now('hPa', 1, (w) => w.surfacePressureHpa),
  cloud_cover: now('%', 0, (w) => w.cloudPercent),
  visibility: now('m', 0, (w) => w.visibilityM),
  weather_code: now('wmo code', 0, (w) => code(w.condition)),
  wind_speed_10m: now('km/h', 1, (w) => w.windSpeedKmh),
  wind_gusts_10m: now('km/h', 1, (w) => w.windGustKmh),
  wind_direction_10m: now('°', 0, (w) => w.windDirectionDegrees),
  uv_index: now('', 2, (w) => w.uvIndex),
  uv_index_clear_sky: now('', 2, (w) => w.uvIndexClearSky),
  is_day: now('', 0, (w) => (w.isDay ? 1 : 0)),
  precipitation_probability: now('%', 0, (w) => w.precipitationProbabilityPercent),
  precipitation: variable('mm', 2, (s) => s.precipitationMm),
  rain: variable('mm', 2, (s) => (isSnow(s) ? 0 : s.precipitationMm)),
  showers: variable('mm', 2, () => 0),
  // Seven centimetres of snow melt to ten millimetres of water.
  snowfall: variable('cm', 2, (s) => (isSnow(s) ? s.precipitationMm * 0.7 : 0)),
}
