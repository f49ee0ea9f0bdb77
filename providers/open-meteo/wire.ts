import { Type, type Static } from 'typebox'
import { ProviderError } from '../../domain/provider-error.ts'
import { wireParser } from '../wire.ts'

const Nullable = Type.Union([Type.Number(), Type.Null()])
const Value = Type.Optional(Nullable)
const Column = Type.Optional(Type.Array(Nullable))
const Units = Type.Record(Type.String(), Type.String())

const Located = { location_id: Type.Optional(Type.Number()) }
const Moment = { time: Type.Number(), interval: Type.Optional(Type.Number()) }

const CurrentWeather = Type.Object({
  ...Located,
  current_units: Units,
  current: Type.Object({
    ...Moment,
    temperature_2m: Value,
    apparent_temperature: Value,
    relative_humidity_2m: Value,
    pressure_msl: Value,
    weather_code: Value,
    cloud_cover: Value,
    wind_speed_10m: Value,
    wind_direction_10m: Value,
    wind_gusts_10m: Value,
    precipitation: Value,
  }),
})

const DailyWeather = Type.Object({
  ...Located,
  utc_offset_seconds: Type.Number(),
  daily_units: Units,
  daily: Type.Object({
    time: Type.Array(Type.Number()),
    weather_code: Column,
    temperature_2m_max: Column,
    temperature_2m_min: Column,
    precipitation_sum: Column,
    precipitation_probability_max: Column,
    sunrise: Column,
    sunset: Column,
    uv_index_max: Column,
    wind_speed_10m_max: Column,
    wind_gusts_10m_max: Column,
  }),
})

const CurrentAir = Type.Object({
  ...Located,
  current_units: Units,
  current: Type.Object({
    ...Moment,
    pm2_5: Value,
    pm10: Value,
    carbon_monoxide: Value,
    nitrogen_dioxide: Value,
    sulphur_dioxide: Value,
    ozone: Value,
    us_aqi: Value,
    european_aqi: Value,
  }),
})

export type CurrentWeather = Static<typeof CurrentWeather>
export type DailyWeather = Static<typeof DailyWeather>
export type CurrentAir = Static<typeof CurrentAir>

const CURRENT_WEATHER_UNITS = {
  temperature_2m: '°C',
  apparent_temperature: '°C',
  relative_humidity_2m: '%',
  pressure_msl: 'hPa',
  weather_code: 'wmo code',
  cloud_cover: '%',
  wind_speed_10m: 'km/h',
  wind_direction_10m: '°',
  wind_gusts_10m: 'km/h',
  precipitation: 'mm',
}

const DAILY_WEATHER_UNITS = {
  weather_code: 'wmo code',
  temperature_2m_max: '°C',
  temperature_2m_min: '°C',
  precipitation_sum: 'mm',
  precipitation_probability_max: '%',
  sunrise: 'unixtime',
  sunset: 'unixtime',
  uv_index_max: '',
  wind_speed_10m_max: 'km/h',
  wind_gusts_10m_max: 'km/h',
}

/** Spelled with the Greek letter mu (U+03BC), not with the micro sign. */
const MICROGRAMS = '\u03bcg/m³'

const CURRENT_AIR_UNITS = {
  pm2_5: MICROGRAMS,
  pm10: MICROGRAMS,
  carbon_monoxide: MICROGRAMS,
  nitrogen_dioxide: MICROGRAMS,
  sulphur_dioxide: MICROGRAMS,
  ozone: MICROGRAMS,
  us_aqi: 'USAQI',
  european_aqi: 'EAQI',
}

/** What is asked for; the weight of a request counts these. */
export const CURRENT_WEATHER_VARIABLES = Object.keys(CURRENT_WEATHER_UNITS)
export const DAILY_WEATHER_VARIABLES = Object.keys(DAILY_WEATHER_UNITS)
export const CURRENT_AIR_VARIABLES = Object.keys(CURRENT_AIR_UNITS)

const currentWeatherOf = wireParser('Open-Meteo', CurrentWeather)
const dailyWeatherOf = wireParser('Open-Meteo', DailyWeather)
const currentAirOf = wireParser('Open-Meteo', CurrentAir)

export function parseCurrentWeather(body: unknown): CurrentWeather {
  const answer = currentWeatherOf(body)
  refuseOtherUnits(answer.current, answer.current_units, CURRENT_WEATHER_UNITS)
  return answer
}

export function parseDailyWeather(body: unknown): DailyWeather {
  const answer = dailyWeatherOf(body)
  refuseOtherUnits(answer.daily, answer.daily_units, DAILY_WEATHER_UNITS)
  return answer
}

export function parseCurrentAir(body: unknown): CurrentAir {
  const answer = currentAirOf(body)
  refuseOtherUnits(answer.current, answer.current_units, CURRENT_AIR_UNITS)
  return answer
}

/** Values are stored as they come, so a value in another unit would be a wrong one. */
function refuseOtherUnits(
  values: Readonly<Record<string, unknown>>,
  units: Readonly<Record<string, string>>,
  expected: Readonly<Record<string, string>>,
): void {
  for (const [name, unit] of Object.entries(expected)) {
    const isAbsent = values[name] === undefined || values[name] === null
    if (isAbsent || units[name] === unit) continue
    const given = units[name] === undefined ? 'has no unit' : `is in '${units[name]}'`
    throw new ProviderError('schema-mismatch', `Open-Meteo: ${name} ${given}, not in '${unit}'`)
  }
}
