import { Type, type Static } from 'typebox'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import { HOUR_S } from '../../../domain/time/durations.ts'
import type { Discard } from '../../../domain/weather/reading.ts'
import {
  isUnixTime,
  MaybeNumber,
  UnixTime,
  vital,
  VitalNumber,
  wireParser,
} from '../../wire-values.ts'

const Cells = Type.Array(Type.Union([Type.Number(), Type.Null()]))
const Column = Type.Optional(Cells)
const VitalColumn = vital(Type.Array(Type.Unknown()))
const SunColumn = Type.Optional(Type.Array(Type.Union([UnixTime, Type.Literal(0), Type.Null()])))
const Units = Type.Record(Type.String(), Type.String())

/** The number of the place; a wrong type is refused, since it decides which place the element is of. */
const Located = { location_id: VitalNumber }
const Moment = { time: UnixTime, interval: MaybeNumber }

const CurrentWeather = Type.Object({
  ...Located,
  current_units: Units,
  current: Type.Object({
    ...Moment,
    temperature_2m: VitalNumber,
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

/** Zones lie within -12 and +14 hours. */
const MAX_OFFSET_S = 15 * HOUR_S

const DailyWeather = Type.Object({
  ...Located,
  utc_offset_seconds: Type.Number({ minimum: -MAX_OFFSET_S, maximum: MAX_OFFSET_S }),
  daily_units: Units,
  daily: Type.Object({
    time: Type.Array(Type.Unknown()),
    weather_code: Column,
    temperature_2m_max: VitalColumn,
    temperature_2m_min: VitalColumn,
    precipitation_sum: Column,
    precipitation_probability_max: Column,
    sunrise: SunColumn,
    sunset: SunColumn,
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
type DailyAnswer = Static<typeof DailyWeather>
const VITAL_COLUMNS = ['temperature_2m_max', 'temperature_2m_min'] as const
type VitalName = (typeof VITAL_COLUMNS)[number]
/** A day without a time is left out. */
export type DailyWeather = Omit<DailyAnswer, 'daily'> & {
  readonly daily: Omit<DailyAnswer['daily'], 'time' | VitalName> & {
    readonly time: readonly (number | null)[]
  } & Readonly<Partial<Record<VitalName, readonly (number | null)[] | null>>>
}
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

/** The requested variables; the weight of a request counts them. */
export const CURRENT_WEATHER_VARIABLES = Object.keys(CURRENT_WEATHER_UNITS)
export const DAILY_WEATHER_VARIABLES = Object.keys(DAILY_WEATHER_UNITS)
export const CURRENT_AIR_VARIABLES = Object.keys(CURRENT_AIR_UNITS)

const currentWeatherOf = wireParser('Open-Meteo', CurrentWeather)
const dailyWeatherOf = wireParser('Open-Meteo', DailyWeather)
const currentAirOf = wireParser('Open-Meteo', CurrentAir)

export function parseCurrentWeather(body: unknown, discard: Discard): CurrentWeather {
  const { current, ...rest } = currentWeatherOf(body, discard)
  const sound = inOurUnits(current, rest.current_units, CURRENT_WEATHER_UNITS, discard)
  return { ...rest, current: sound }
}

export function parseDailyWeather(body: unknown, discard: Discard): DailyWeather {
  const { daily, ...rest } = dailyWeatherOf(body, discard)
  const whole = wholeColumns(daily, discard)
  const sound = inOurUnits(whole, rest.daily_units, DAILY_WEATHER_UNITS, discard)
  const temperatures = Object.fromEntries(
    VITAL_COLUMNS.map((name) => [name, temperaturesOf(name, sound[name], discard)]),
  ) as Record<VitalName, (number | null)[] | null>
  return { ...rest, daily: { ...sound, ...temperatures, time: timesOf(daily.time, discard) } }
}

export function parseCurrentAir(body: unknown, discard: Discard): CurrentAir {
  const { current, ...rest } = currentAirOf(body, discard)
  const sound = inOurUnits(current, rest.current_units, CURRENT_AIR_UNITS, discard)
  return { ...rest, current: sound }
}

/** Null where an element is no time. */
function timesOf(given: readonly unknown[], discard: Discard): (number | null)[] {
  if (given.length > 0 && !given.some(isUnixTime)) {
    throw new ProviderError('schema-mismatch', 'Open-Meteo: /daily/time has no time')
  }
  return given.map((time, index) => {
    if (isUnixTime(time)) return time
    discard(`/daily/time/${index}`, 'is no time')
    return null
  })
}

/** Null where an element is no number; a column of nothing else is refused. */
function temperaturesOf(
  name: VitalName,
  given: readonly unknown[] | null | undefined,
  discard: Discard,
): (number | null)[] | null {
  if (!given) return null
  const isNumber = (value: unknown): value is number => typeof value === 'number'
  if (!given.some(isNumber) && !given.every((value) => value === null)) {
    throw new ProviderError('schema-mismatch', `Open-Meteo: /daily/${name} has no number`)
  }
  return given.map((value, index) => {
    if (value === null || isNumber(value)) return value
    discard(`/daily/${name}/${index}`, 'is no number')
    return null
  })
}

/** In a column with a day too many or too few, each value may belong to another day. */
function wholeColumns(daily: DailyAnswer['daily'], discard: Discard): DailyAnswer['daily'] {
  return without(daily, discard, (values) =>
    Array.isArray(values) && values.length !== daily.time.length
      ? `has ${values.length} values for ${daily.time.length} days`
      : undefined,
  )
}

/** Values are stored unconverted, so a value in another unit would be wrong. */
function inOurUnits<T extends object>(
  values: T,
  units: Readonly<Record<string, string>>,
  expected: Readonly<Record<string, string>>,
  discard: Discard,
): T {
  return without(values, discard, (_, name) => {
    const unit = expected[name]
    if (unit === undefined || units[name] === unit) return undefined
    const given = units[name] === undefined ? 'has no unit' : `is in '${units[name]}'`
    return `${given}, not in '${unit}'`
  })
}

/** Without these nothing can be read, so the answer is refused instead. */
const REQUIRED = new Set(['temperature_2m', 'temperature_2m_max', 'temperature_2m_min'])

function without<T extends object>(
  values: T,
  discard: Discard,
  faultOf: (value: unknown, name: string) => string | undefined,
): T {
  const sound = Object.entries(values).filter(([name, value]: [string, unknown]) => {
    const fault = value == null ? undefined : faultOf(value, name)
    if (fault === undefined) return true
    if (REQUIRED.has(name)) {
      throw new ProviderError('schema-mismatch', `Open-Meteo: ${name} ${fault}`)
    }
    discard(`Open-Meteo: ${name}`, fault)
    return false
  })
  return Object.fromEntries(sound) as T
}
