import type { World } from '../exchange.ts'
import { codesOf } from '../sky/condition-codes.ts'
import { SNOW_BELOW_C } from '../sky/conditions.ts'
import { HOUR_MS, round } from '../sky/numbers.ts'
import type { Place, Weather } from '../sky/weather.ts'

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

export interface ConditionBody {
  weather: unknown[]
  main: Record<string, number>
  visibility: number
  wind: Record<string, number>
  clouds: { all: number }
  falling: Record<string, Record<string, number>>
  isDay: boolean
  pop: number
}

export function conditionBody(
  world: World,
  place: Place,
  atMs: number,
  units: Units,
  window: '1h' | '3h',
): ConditionBody {
  const weather = world.weather(place, atMs)
  const temp = temperatureIn(units, weather.temperatureC)
  const pressure = round(weather.pressureMslHpa)
  const windowMs = (window === '1h' ? 1 : 3) * HOUR_MS
  const fallen = round(world.precipitationMm(place, atMs - windowMs, atMs), 2)
  const kind = weather.temperatureC <= SNOW_BELOW_C ? 'snow' : 'rain'
  return {
    weather: [weatherEntry(weather)],
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
    falling: fallen > 0 ? { [kind]: { [window]: fallen } } : {},
    isDay: weather.isDay,
    pop: round(weather.precipitationProbabilityPercent / 100, 2),
  }
}

function weatherEntry({ condition, cloudPercent, isDay }: Weather): unknown {
  const { id, main, description, icon } = codesOf(condition).openWeather
  const phase = isDay ? 'd' : 'n'
  const isScattered = condition === 'partly_cloudy' && cloudPercent <= 50
  if (isScattered) return { id: 802, main, description: 'scattered clouds', icon: `03${phase}` }
  return { id, main, description, icon: `${icon}${phase}` }
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
