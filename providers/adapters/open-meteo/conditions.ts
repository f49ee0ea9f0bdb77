import { MINUTE_S } from '../../../domain/time/durations.ts'
import type { Position } from '../../../domain/weather/sun.ts'
import type { Conditions } from '../../../domain/weather/reading.ts'
import { dayOrNight } from '../day-or-night.ts'
import { instantOf } from '../../wire-values.ts'
import { skyOf } from './sky.ts'
import type { CurrentWeather } from './wire.ts'

const DEFAULT_INTERVAL_S = 15 * MINUTE_S

export function toConditions(
  { current }: CurrentWeather,
  position: Position,
  fetchedAt: Date,
): Conditions {
  const validAt = instantOf(current.time)
  const sky = skyOf(current.weather_code)
  const precipitationMm = current.precipitation ?? null
  const windowMinutes = (current.interval ?? DEFAULT_INTERVAL_S) / MINUTE_S
  return {
    provider: 'open-meteo',
    fetchedAt,
    validAt,
    basis: 'analysis',
    temperatureC: current.temperature_2m ?? null,
    apparentTemperatureC: current.apparent_temperature ?? null,
    relativeHumidityPct: current.relative_humidity_2m ?? null,
    pressureMslHpa: current.pressure_msl ?? null,
    visibilityKm: null,
    uvIndex: null,
    windSpeedKmh: current.wind_speed_10m ?? null,
    windGustKmh: current.wind_gusts_10m ?? null,
    windDirectionDeg: current.wind_direction_10m ?? null,
    cloudCoverPct: current.cloud_cover ?? null,
    precipitationMm,
    precipitationWindowMinutes: precipitationMm === null ? null : -windowMinutes,
    condition: sky?.condition ?? null,
    intensity: sky?.intensity ?? null,
    sunriseAt: null,
    sunsetAt: null,
    ...dayOrNight(isDayOf(current.is_day), position, validAt),
  }
}

/** Not requested, since an eleventh variable would weigh more; read where the answer holds it. */
const isDayOf = (isDay: number | null | undefined): boolean | null =>
  isDay === 0 || isDay === 1 ? isDay === 1 : null
