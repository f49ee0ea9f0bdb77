import { skyOfWmoCode } from '../../domain/condition.ts'
import type { AirQuality, Conditions, Forecast, ForecastDay } from '../../domain/reading.ts'
import { rounded } from '../../domain/units.ts'
import { instantOf } from '../one-place.ts'
import type { CurrentAir, CurrentWeather, DailyWeather } from './wire.ts'

const DEFAULT_INTERVAL_S = 15 * 60
const HALF_DAY_S = 12 * 60 * 60

export function conditionsOfOpenMeteo({ current }: CurrentWeather, fetchedAt: Date): Conditions {
  const sky = skyOfWmoCode(current.weather_code ?? null)
  const precipitationMm = current.precipitation ?? null
  const windowMinutes = (current.interval ?? DEFAULT_INTERVAL_S) / 60
  return {
    provider: 'open-meteo',
    fetchedAt,
    validAt: instantOf(current.time),
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
    isDay: null,
    sunriseAt: null,
    sunsetAt: null,
    derived: [],
  }
}

/** The last days of an answer may hold nulls only: they are left out. */
export function forecastOfOpenMeteo(answer: DailyWeather, fetchedAt: Date): Forecast {
  const days = answer.daily.time
    .map((_, index) => dayOf(answer, index))
    .filter(
      ({ temperatureMaxC, temperatureMinC }) =>
        temperatureMaxC !== null || temperatureMinC !== null,
    )
  return { provider: 'open-meteo', fetchedAt, days, derived: [] }
}

function dayOf({ daily, utc_offset_seconds: offsetS }: DailyWeather, index: number): ForecastDay {
  const sky = skyOfWmoCode(daily.weather_code?.[index] ?? null)
  const probabilityPct = daily.precipitation_probability_max?.[index] ?? null
  return {
    date: localDateOf(daily.time[index] ?? Number.NaN, offsetS),
    temperatureMaxC: daily.temperature_2m_max?.[index] ?? null,
    temperatureMinC: daily.temperature_2m_min?.[index] ?? null,
    precipitationMm: daily.precipitation_sum?.[index] ?? null,
    precipitationProbability: probabilityPct === null ? null : rounded(probabilityPct / 100, 2),
    windSpeedMaxKmh: daily.wind_speed_10m_max?.[index] ?? null,
    windGustMaxKmh: daily.wind_gusts_10m_max?.[index] ?? null,
    uvIndexMax: daily.uv_index_max?.[index] ?? null,
    condition: sky?.condition ?? null,
    intensity: sky?.intensity ?? null,
    sunriseAt: sunAt(daily.sunrise?.[index]),
    sunsetAt: sunAt(daily.sunset?.[index]),
    partial: false,
  }
}

/**
 * A day's time is its local midnight, by the offset of today even where the offset changes within the
 * week: seen from noon, the date is right with either offset.
 */
const localDateOf = (midnightS: number, offsetS: number): string =>
  instantOf(midnightS + offsetS + HALF_DAY_S)
    .toISOString()
    .slice(0, 10)

/** 0 where the sun does not rise or set that day. */
const sunAt = (unixSeconds: number | null | undefined): Date | null =>
  unixSeconds ? instantOf(unixSeconds) : null

/** The models behind it run once or twice a day, so what they say of now was predicted. */
export function airQualityOfOpenMeteo({ current }: CurrentAir, fetchedAt: Date): AirQuality {
  return {
    provider: 'open-meteo',
    fetchedAt,
    validAt: instantOf(current.time),
    basis: 'forecast',
    pm2_5: current.pm2_5 ?? null,
    pm10: current.pm10 ?? null,
    carbonMonoxide: current.carbon_monoxide ?? null,
    nitrogenDioxide: current.nitrogen_dioxide ?? null,
    sulphurDioxide: current.sulphur_dioxide ?? null,
    ozone: current.ozone ?? null,
    ammonia: null,
    indices: {
      ...(current.european_aqi != null && { 'european-aqi': current.european_aqi }),
      ...(current.us_aqi != null && { 'us-aqi': current.us_aqi }),
    },
  }
}
