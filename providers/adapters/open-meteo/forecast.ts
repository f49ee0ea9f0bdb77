import { HOUR_S } from '../../../domain/time/durations.ts'
import type { Forecast, ForecastDay } from '../../../domain/weather/reading.ts'
import { rounded } from '../../../domain/weather/units.ts'
import { instantOf } from '../../wire-values.ts'
import { skyOf } from './sky.ts'
import { sunTimesOf } from './sun-times.ts'
import type { DailyWeather } from './wire-forecast.ts'

const HALF_DAY_S = 12 * HOUR_S

export function toForecast(answer: DailyWeather, fetchedAt: Date): Forecast {
  const days = answer.daily.time.flatMap((midnightS, index) =>
    midnightS === null ? [] : [dayOf(answer, midnightS, index)],
  )
  return { provider: 'open-meteo', fetchedAt, days, derived: [] }
}

function dayOf(
  { daily, utc_offset_seconds: offsetS }: DailyWeather,
  midnightS: number,
  index: number,
): ForecastDay {
  const sky = skyOf(daily.weather_code?.[index])
  const probabilityPct = daily.precipitation_probability_max?.[index] ?? null
  return {
    date: localDateOf(midnightS, offsetS),
    temperatureMaxC: daily.temperature_2m_max?.[index] ?? null,
    temperatureMinC: daily.temperature_2m_min?.[index] ?? null,
    precipitationMm: daily.precipitation_sum?.[index] ?? null,
    precipitationProbability: probabilityPct === null ? null : rounded(probabilityPct / 100, 2),
    windSpeedMaxKmh: daily.wind_speed_10m_max?.[index] ?? null,
    windGustMaxKmh: daily.wind_gusts_10m_max?.[index] ?? null,
    uvIndexMax: daily.uv_index_max?.[index] ?? null,
    condition: sky?.condition ?? null,
    intensity: sky?.intensity ?? null,
    ...sunTimesOf(daily.sunrise?.[index], daily.sunset?.[index], midnightS),
    partial: false,
  }
}

/**
 * A day's time is its local midnight, by the offset of today even where the offset changes within the
 * week: seen from noon, the date is right with either offset, and where midnight does not exist.
 */
const localDateOf = (midnightS: number, offsetS: number): string =>
  instantOf(midnightS + offsetS + HALF_DAY_S)
    .toISOString()
    .slice(0, 10)
