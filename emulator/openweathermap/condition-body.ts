import type { World } from '../exchange.ts'
import { SNOW_BELOW_C } from '../sky/conditions.ts'
import { hash } from '../sky/noise.ts'
import { HOUR_MS, round } from '../sky/numbers.ts'
import type { Coordinates, Weather } from '../sky/weather.ts'
import { weatherEntries, type WeatherEntry } from './weather-entries.ts'

export type Units = 'standard' | 'metric' | 'imperial'

const MAX_VISIBILITY_M = 10_000
/** Below this the provider leaves the direction out, in metres per second. */
const CALM_BELOW_MS = 0.5

function temperatureIn(units: Units, celsius: number): number {
  if (units === 'metric') return round(celsius, 2)
  return round(units === 'imperial' ? (celsius * 9) / 5 + 32 : celsius + 273.15, 2)
}

const speedIn = (units: Units, kmh: number): number =>
  round(units === 'imperial' ? kmh / 1.609344 : kmh / 3.6, 2)

/** How often an amount of rain or snow is left out: often of the last hour, seldom of a step. */
const LEFT_OUT = { '1h': 0.25, '3h': 0.02 } as const
const WEATHER_SALT = 41
const AMOUNT_SALT = 42

export interface DescribedMoment {
  readonly atMs: number
  /** What the amount of rain or snow covers. */
  readonly window: '1h' | '3h'
  /** Of the icon; by the sun's height where it is left out. */
  readonly phase?: 'd' | 'n'
}

export interface ConditionBody {
  readonly weather: WeatherEntry[]
  readonly main: { readonly temp: number } & Record<string, number>
  readonly visibility: number
  readonly wind: Record<string, number>
  readonly clouds: { readonly all: number }
  readonly falling: Record<string, Record<string, number>>
  readonly isDay: boolean
  readonly pop: number
}

/** What an answer holds of the present, or of the end of a step and the three hours before it. */
export function conditionBody(
  world: World,
  place: Coordinates,
  { atMs, window, phase }: DescribedMoment,
  units: Units,
): ConditionBody {
  const weather = world.weather(place, atMs)
  const drawn = (salt: number): number =>
    hash(Math.round(place.latitude * 1e4), Math.round(place.longitude * 1e4), atMs / 1000, salt)
  const temp = temperatureIn(units, weather.temperatureC)
  const pressure = round(weather.pressureMslHpa)
  const windowMs = (window === '1h' ? 1 : 3) * HOUR_MS
  const fallen = round(world.precipitationMm(place, atMs - windowMs, atMs), 2)
  const kind = weather.temperatureC <= SNOW_BELOW_C ? 'snow' : 'rain'
  const isSaid = fallen > 0 && drawn(AMOUNT_SALT) >= LEFT_OUT[window]
  return {
    weather: weatherEntries(weather, phase ?? (weather.isDay ? 'd' : 'n'), drawn(WEATHER_SALT)),
    main: {
      temp,
      feels_like: temperatureIn(units, weather.feelsLikeC),
      temp_min: temp,
      temp_max: temp,
      pressure,
      sea_level: pressure,
      grnd_level: round(weather.surfacePressureHpa),
      humidity: round(weather.humidityPercent),
    },
    visibility: Math.min(MAX_VISIBILITY_M, round(weather.visibilityM)),
    wind: windBody(weather, units),
    clouds: { all: round(weather.cloudPercent) },
    falling: isSaid ? { [kind]: { [window]: fallen } } : {},
    isDay: weather.isDay,
    pop: round(weather.precipitationProbabilityPercent / 100, 2),
  }
}

function windBody(weather: Weather, units: Units): Record<string, number> {
  const isCalm = weather.windSpeedKmh / 3.6 < CALM_BELOW_MS
  const isGusty = weather.windGustKmh - weather.windSpeedKmh > 10
  return {
    speed: speedIn(units, weather.windSpeedKmh),
    ...(isCalm ? {} : { deg: round(weather.windDirectionDegrees) }),
    ...(isGusty ? { gust: speedIn(units, weather.windGustKmh) } : {}),
  }
}
