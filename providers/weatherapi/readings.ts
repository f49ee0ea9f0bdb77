import type { Place } from '../../domain/city.ts'
import { ProviderError } from '../../domain/provider-error.ts'
import type { AirQuality, Conditions, Forecast, ForecastDay } from '../../domain/reading.ts'
import { rounded } from '../../domain/units.ts'
import { instantOfLocal, isTimeZone, localDate } from '../../domain/local-time.ts'
import { instantOf } from '../one-place.ts'
import { skyOfCode } from './sky.ts'
import type { AnswerDay, WeatherAnswer } from './wire.ts'

type Zone = Pick<Place, 'timeZone'>
type Maybe = number | null | undefined

/** Their zone is that of the nearest place they know, which the sun's local times are written in. */
function zoneOf({ location }: WeatherAnswer, { timeZone }: Zone): string {
  const theirs = location?.tz_id ?? timeZone
  return isTimeZone(theirs) ? theirs : timeZone
}

export function toConditions(answer: WeatherAnswer, place: Zone, fetchedAt: Date): Conditions {
  const { current, forecast } = answer
  if (!current) throw new ProviderError('place-missing', 'WeatherAPI.com: no current weather')
  const zone = zoneOf(answer, place)
  const validAt = instantOf(current.last_updated_epoch)
  const today = forecast?.forecastday.find(({ date }) => date === localDate(validAt, zone))
  const sky = current.condition ? skyOfCode(current.condition.code) : null
  return {
    provider: 'weatherapi',
    fetchedAt,
    validAt,
    basis: 'analysis',
    temperatureC: current.temp_c ?? null,
    apparentTemperatureC: current.feelslike_c ?? null,
    relativeHumidityPct: current.humidity ?? null,
    pressureMslHpa: current.pressure_mb ?? null,
    visibilityKm: current.vis_km ?? null,
    uvIndex: current.uv ?? null,
    windSpeedKmh: current.wind_kph ?? null,
    windGustKmh: current.gust_kph ?? null,
    windDirectionDeg: current.wind_degree ?? null,
    cloudCoverPct: current.cloud ?? null,
    precipitationMm: current.precip_mm ?? null,
    // Nothing is published about the span it fell in.
    precipitationWindowMinutes: null,
    condition: sky?.condition ?? null,
    intensity: sky?.intensity ?? null,
    isDay: current.is_day == null ? null : current.is_day === 1,
    sunriseAt: today ? sunAt(today.date, today.astro?.sunrise, zone) : null,
    sunsetAt: today ? sunAt(today.date, today.astro?.sunset, zone) : null,
    derived: [],
  }
}

export function toForecast(answer: WeatherAnswer, place: Zone, fetchedAt: Date): Forecast {
  if (!answer.forecast) throw new ProviderError('place-missing', 'WeatherAPI.com: no forecast')
  const zone = zoneOf(answer, place)
  return {
    provider: 'weatherapi',
    fetchedAt,
    days: answer.forecast.forecastday.map((day) => dayOf(day, zone)),
    derived: ['precipitationProbability'],
  }
}

function dayOf({ date, day, astro }: AnswerDay, zone: string): ForecastDay {
  const sky = day.condition ? skyOfCode(day.condition.code) : null
  return {
    date,
    temperatureMaxC: day.maxtemp_c ?? null,
    temperatureMinC: day.mintemp_c ?? null,
    precipitationMm: day.totalprecip_mm ?? null,
    precipitationProbability: eitherChance(day.daily_chance_of_rain, day.daily_chance_of_snow),
    windSpeedMaxKmh: day.maxwind_kph ?? null,
    windGustMaxKmh: null,
    uvIndexMax: day.uv ?? null,
    condition: sky?.condition ?? null,
    intensity: sky?.intensity ?? null,
    sunriseAt: sunAt(date, astro?.sunrise, zone),
    sunsetAt: sunAt(date, astro?.sunset, zone),
    partial: false,
  }
}

/** Rain and snow are told apart, in percent; the larger is the least that either has. */
function eitherChance(rain: Maybe, snow: Maybe): number | null {
  if (rain == null && snow == null) return null
  return Math.max(rain ?? 0, snow ?? 0) / 100
}

/** `05:39 AM`, or a sentence such as `No sunrise`. */
export function sunAt(date: string, text: string | null | undefined, zone: string): Date | null {
  const [, hours, minutes, half] = /^(\d{1,2}):(\d{2}) ([AP])M$/.exec(text ?? '') ?? []
  if (hours === undefined) return null
  const hour = (Number(hours) % 12) + (half === 'P' ? 12 : 0)
  return instantOfLocal(date, hour, Number(minutes), zone)
}

/** @throws ProviderError `not-covered`: not every plan has air quality. */
export function toAirQuality({ current }: WeatherAnswer, fetchedAt: Date): AirQuality {
  const air = current?.air_quality
  if (!air) throw new ProviderError('not-covered', 'WeatherAPI.com: no air quality in the answer')
  const { 'us-epa-index': epaBand, 'gb-defra-index': defra } = air
  return {
    provider: 'weatherapi',
    fetchedAt,
    validAt: instantOf(current.last_updated_epoch),
    basis: 'analysis',
    pm2_5: concentration(air.pm2_5),
    pm10: concentration(air.pm10),
    carbonMonoxide: concentration(air.co),
    nitrogenDioxide: concentration(air.no2),
    sulphurDioxide: concentration(air.so2),
    ozone: concentration(air.o3),
    ammonia: null,
    indices: {
      ...(epaBand != null && { 'us-epa-band': epaBand }),
      ...(defra != null && { 'gb-defra': defra }),
    },
  }
}

/** 32-bit floats arrive as 317.1000061035156. */
const concentration = (value: Maybe): number | null => (value == null ? null : rounded(value, 2))
