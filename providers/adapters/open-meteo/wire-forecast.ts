import { Type, type Static } from 'typebox'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import { HOUR_S } from '../../../domain/time/durations.ts'
import type { Discard } from '../../../domain/weather/reading.ts'
import { isUnixTime, refuseWithoutNames, UnixTime, vital, wireParser } from '../../wire-values.ts'
import { inOurUnits, soundOf, Units } from './own-units.ts'
import { Located } from './wire.ts'

const Cells = Type.Array(Type.Union([Type.Number(), Type.Null()]))
const Column = Type.Optional(Cells)
const VitalColumn = vital(Type.Array(Type.Unknown()))
const SunColumn = Type.Optional(Type.Array(Type.Union([UnixTime, Type.Literal(0), Type.Null()])))

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

type DailyAnswer = Static<typeof DailyWeather>
const VITAL_COLUMNS = ['temperature_2m_max', 'temperature_2m_min'] as const
type VitalName = (typeof VITAL_COLUMNS)[number]
/** A day without a time is left out. */
export type DailyWeather = Omit<DailyAnswer, 'daily'> & {
  readonly daily: Omit<DailyAnswer['daily'], 'time' | VitalName> & {
    readonly time: readonly (number | null)[]
  } & Readonly<Partial<Record<VitalName, readonly (number | null)[] | null>>>
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

/** The requested variables; the weight of a request counts them. */
export const DAILY_WEATHER_VARIABLES = Object.keys(DAILY_WEATHER_UNITS)

const dailyWeatherOf = wireParser('Open-Meteo', DailyWeather)

export function parseDailyWeather(body: unknown, discard: Discard): DailyWeather {
  const { daily, ...rest } = dailyWeatherOf(body, discard)
  refuseWithoutNames('Open-Meteo: /daily', daily, VITAL_COLUMNS)
  const whole = wholeColumns(daily, discard)
  const sound = inOurUnits(whole, rest.daily_units, DAILY_WEATHER_UNITS, discard)
  const temperatures = Object.fromEntries(
    VITAL_COLUMNS.map((name) => [name, temperaturesOf(name, sound[name], discard)]),
  ) as Record<VitalName, (number | null)[] | null>
  return { ...rest, daily: { ...sound, ...temperatures, time: timesOf(daily.time, discard) } }
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
  return soundOf(daily, discard, (values) =>
    Array.isArray(values) && values.length !== daily.time.length
      ? `has ${values.length} values for ${daily.time.length} days`
      : undefined,
  )
}
