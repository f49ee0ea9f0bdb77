import { wmoCode } from '../sky/condition-codes.ts'
import type { DayWeather } from '../sky/day.ts'
import { DAY_MS } from '../sky/numbers.ts'
import type { Variable } from './variables.ts'

const daily = (
  unit: string,
  decimals: number,
  read: (day: DayWeather) => number,
): Variable<DayWeather> => ({ unit, decimals, read })

export const DAILY_VARIABLES: Record<string, Variable<DayWeather>> = {
  weather_code: daily('wmo code', 0, (d) => wmoCode(d.condition)),
  temperature_2m_max: daily('°C', 1, (d) => d.temperatureMaxC),
  temperature_2m_min: daily('°C', 1, (d) => d.temperatureMinC),
  temperature_2m_mean: daily('°C', 1, (d) => d.temperatureMeanC),
  apparent_temperature_max: daily('°C', 1, (d) => d.feelsLikeMaxC),
  apparent_temperature_min: daily('°C', 1, (d) => d.feelsLikeMinC),
  precipitation_sum: daily('mm', 2, (d) => d.precipitationMm),
  rain_sum: daily('mm', 2, (d) => d.rainMm),
  showers_sum: daily('mm', 2, () => 0),
  snowfall_sum: daily('cm', 2, (d) => d.snowMm * 0.7),
  precipitation_hours: daily('h', 0, (d) => d.precipitationHours),
  precipitation_probability_max: daily('%', 0, (d) => d.precipitationProbabilityMaxPercent),
  wind_speed_10m_max: daily('km/h', 1, (d) => d.windSpeedMaxKmh),
  wind_gusts_10m_max: daily('km/h', 1, (d) => d.windGustMaxKmh),
  wind_direction_10m_dominant: daily('°', 0, (d) => d.windDirectionDegrees),
  uv_index_max: daily('', 2, (d) => d.uvIndexMax),
  uv_index_clear_sky_max: daily('', 2, (d) => d.uvIndexClearSkyMax),
  daylight_duration: daily('s', 2, (d) => daylightSeconds(d)),
}

function daylightSeconds({ sun }: DayWeather): number {
  if (sun.sunriseMs === null || sun.sunsetMs === null) return sun.kind === 'polar-day' ? 86_400 : 0
  return (sun.sunsetMs - sun.sunriseMs) / 1000
}

/** Times of day are not numbers with a unit: they follow `timeformat`. */
export const DAILY_TIMES: Record<string, (day: DayWeather, midnightMs: number) => number> = {
  // A sun that stays down rises and sets at local midnight; one that stays up sets 24 hours later.
  sunrise: ({ sun }, midnightMs) => sun.sunriseMs ?? midnightMs,
  sunset: ({ sun }, midnightMs) =>
    sun.sunsetMs ?? (sun.kind === 'polar-day' ? midnightMs + DAY_MS : midnightMs),
}
