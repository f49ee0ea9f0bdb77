import { Type, type Static } from 'typebox'
import type { Discard } from '../../../domain/weather/reading.ts'
import {
  MaybeNumber,
  NamedNumber,
  refuseWithoutNames,
  UnixTime,
  VitalNumber,
  wireParser,
} from '../../wire-values.ts'
import { inOurUnits, Units } from './own-units.ts'

/** The number of the place; a wrong type is refused, since it decides which place the element is of. */
export const Located = { location_id: VitalNumber }
const Moment = { time: UnixTime, interval: MaybeNumber }

const CurrentWeather = Type.Object({
  ...Located,
  current_units: Units,
  current: Type.Object({
    ...Moment,
    temperature_2m: NamedNumber,
    apparent_temperature: MaybeNumber,
    relative_humidity_2m: MaybeNumber,
    pressure_msl: MaybeNumber,
    weather_code: MaybeNumber,
    cloud_cover: MaybeNumber,
    wind_speed_10m: MaybeNumber,
    wind_direction_10m: MaybeNumber,
    wind_gusts_10m: MaybeNumber,
    precipitation: MaybeNumber,
    is_day: MaybeNumber,
  }),
})

const CurrentAir = Type.Object({
  ...Located,
  current_units: Units,
  current: Type.Object({
    ...Moment,
    pm2_5: MaybeNumber,
    pm10: MaybeNumber,
    carbon_monoxide: MaybeNumber,
    nitrogen_dioxide: MaybeNumber,
    sulphur_dioxide: MaybeNumber,
    ozone: MaybeNumber,
    us_aqi: MaybeNumber,
    european_aqi: MaybeNumber,
  }),
})

export type CurrentWeather = Static<typeof CurrentWeather>
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

/** The requested variables; the weight of a request counts them. */
export const CURRENT_WEATHER_VARIABLES = Object.keys(CURRENT_WEATHER_UNITS)
export const CURRENT_AIR_VARIABLES = Object.keys(CURRENT_AIR_UNITS)

const currentWeatherOf = wireParser('Open-Meteo', CurrentWeather)
const currentAirOf = wireParser('Open-Meteo', CurrentAir)

export function parseCurrentWeather(body: unknown, discard: Discard): CurrentWeather {
  const { current, ...rest } = currentWeatherOf(body, discard)
  const sound = inOurUnits(current, rest.current_units, CURRENT_WEATHER_UNITS, discard)
  return { ...rest, current: sound }
}

export function parseCurrentAir(body: unknown, discard: Discard): CurrentAir {
  const { current, ...rest } = currentAirOf(body, discard)
  refuseWithoutNames('Open-Meteo: /current', current, ['pm2_5', 'pm10', 'ozone'])
  const sound = inOurUnits(current, rest.current_units, CURRENT_AIR_UNITS, discard)
  return { ...rest, current: sound }
}
