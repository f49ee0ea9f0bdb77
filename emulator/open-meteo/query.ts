import { isTimeZone } from '../sky/time-zones.ts'
import type { Coordinates } from '../sky/weather.ts'

export interface OpenMeteoQuery {
  readonly places: Coordinates[]
  /** One name for all places, or one for each. */
  readonly zones: string[]
  readonly current: string[]
  readonly hourly: string[]
  readonly daily: string[]
  readonly forecastDays: number
  readonly pastDays: number
  readonly isUnixTime: boolean
  readonly units: {
    readonly temperature: string
    readonly windSpeed: string
    readonly precipitation: string
  }
}

/** A wrong parameter, in the provider's own words. */
export class OpenMeteoRefusal extends Error {}

const MAX_LOCATIONS = 1000
const MAX_FORECAST_DAYS = { forecast: 16, air: 7 }

export interface KnownNames {
  readonly kind: 'forecast' | 'air'
  readonly current: (name: string) => boolean
  readonly daily: (name: string) => boolean
}

/** Lists come as one comma list, as repeated keys, or as both. */
const listOf = (query: URLSearchParams, key: string): string[] =>
  query
    .getAll(key)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '')

export function readQuery(query: URLSearchParams, known: KnownNames): OpenMeteoQuery {
  const places = readPlaces(query)
  const daily = listOf(query, 'daily')
  const current = listOf(query, 'current')
  const hourly = listOf(query, 'hourly')
  checkNames([...current, ...hourly], known.current)
  checkNames(daily, known.daily)
  return {
    places,
    zones: readZones(query, places.length),
    current,
    hourly,
    daily,
    forecastDays: readDays(
      query,
      'forecast_days',
      MAX_FORECAST_DAYS[known.kind],
      defaultDays(known),
    ),
    pastDays: readDays(query, 'past_days', 92, 0),
    isUnixTime: query.get('timeformat') === 'unixtime',
    units: {
      temperature: query.get('temperature_unit') ?? '',
      windSpeed: query.get('wind_speed_unit') ?? '',
      precipitation: query.get('precipitation_unit') ?? '',
    },
  }
}

const defaultDays = ({ kind }: KnownNames): number => (kind === 'air' ? 5 : 7)

function readPlaces(query: URLSearchParams): Coordinates[] {
  const latitudes = listOf(query, 'latitude').map(readNumber)
  const longitudes = listOf(query, 'longitude').map(readNumber)
  if (latitudes.length === 0 || longitudes.length === 0) {
    throw new OpenMeteoRefusal("Parameter 'latitude' and 'longitude' must not be empty")
  }
  if (latitudes.length !== longitudes.length) {
    throw new OpenMeteoRefusal(
      "Parameter 'latitude' and 'longitude' must have the same number of elements",
    )
  }
  if (latitudes.length > MAX_LOCATIONS) {
    throw new OpenMeteoRefusal(
      `Only up to ${String(MAX_LOCATIONS)} locations can be requested at once`,
    )
  }
  return latitudes.map((latitude, index) => inRange(latitude, longitudes[index] ?? 0))
}

function readNumber(value: string): number {
  const number = Number(value)
  if (Number.isFinite(number)) return number
  throw new OpenMeteoRefusal(`Data corrupted at path ''. Cannot parse number from '${value}'.`)
}

function inRange(latitude: number, longitude: number): Coordinates {
  if (Math.abs(latitude) > 90) {
    throw new OpenMeteoRefusal(
      `Latitude must be in range of -90 to 90°. Given: ${asFloat(latitude)}.`,
    )
  }
  if (Math.abs(longitude) > 180) {
    throw new OpenMeteoRefusal(
      `Longitude must be in range of -180 to 180°. Given: ${asFloat(longitude)}.`,
    )
  }
  return { latitude, longitude }
}

const asFloat = (value: number): string =>
  Number.isInteger(value) ? `${String(value)}.0` : String(value)

function readZones(query: URLSearchParams, placeCount: number): string[] {
  const zones = listOf(query, 'timezone')
  if (zones.length === 0) return ['GMT']
  if (zones.length !== 1 && zones.length !== placeCount) {
    throw new OpenMeteoRefusal(
      "Parameter 'timezone' must have the same number of elements as 'latitude' and 'longitude'",
    )
  }
  if (zones.some((zone) => zone !== 'auto' && !isTimeZone(zone))) {
    throw new OpenMeteoRefusal('Invalid timezone')
  }
  return zones
}

function checkNames(names: string[], isKnown: (name: string) => boolean): void {
  const unknown = names.find((name) => !isKnown(name))
  if (unknown === undefined) return
  throw new OpenMeteoRefusal(
    `Data corrupted at path ''. Cannot initialize WeatherVariable from invalid String value ${unknown}.`,
  )
}

function readDays(query: URLSearchParams, key: string, max: number, fallback: number): number {
  const given = query.get(key)
  if (given === null || given === '') return fallback
  const days = Number(given)
  if (Number.isInteger(days) && days >= 0 && days <= max) return days
  const subject = key === 'past_days' ? 'Past days' : 'Forecast days'
  throw new OpenMeteoRefusal(
    `${subject} is invalid. Allowed range 0 to ${String(max)}. Given ${given}.`,
  )
}
