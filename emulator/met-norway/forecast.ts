import { conditionOf, type EmulatedCondition } from '../sky/conditions.ts'
import type { World } from '../exchange.ts'
import { HOUR_MS, floorTo, round } from '../sky/numbers.ts'
import { elevationAt, type Coordinates, type Weather } from '../sky/weather.ts'
import { isNordic, modelRanAtMs, unitsOf } from './models.ts'
import { symbolOf } from './symbols.ts'

const SIX_HOURS_MS = 6 * HOUR_MS
const HOURLY_FOR_MS = 60 * HOUR_MS
const ENDS_AFTER_MS = 9.5 * 24 * HOUR_MS
interface Outlook {
  readonly world: World
  readonly place: Coordinates
  readonly isComplete: boolean
  readonly hourlyEndMs: number
  readonly endMs: number
  readonly hour: (atMs: number) => Hour
}

interface Hour {
  readonly weather: Weather
  readonly precipitationMm: number
  readonly condition: EmulatedCondition
}

const isoSecond = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`

export function locationforecast(world: World, place: Coordinates, isComplete: boolean): unknown {
  const startMs = floorTo(world.now.getTime(), HOUR_MS)
  const outlook: Outlook = {
    world,
    place,
    isComplete,
    hourlyEndMs: floorTo(startMs + HOURLY_FOR_MS, SIX_HOURS_MS),
    endMs: floorTo(startMs + ENDS_AFTER_MS, SIX_HOURS_MS),
    hour: rememberHours(world, place),
  }
  const { latitude, longitude } = place
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [longitude, latitude, elevationAt(place, world.seed)] },
    properties: {
      meta: {
        updated_at: isoSecond(modelRanAtMs(place, world.now.getTime())),
        units: unitsOf(place, isComplete),
      },
      timeseries: stepsOf(outlook, startMs).map((ms) => ({
        time: isoSecond(ms),
        data: entry(outlook, ms),
      })),
    },
  }
}

function rememberHours(world: World, place: Coordinates): Outlook['hour'] {
  const hours = new Map<number, Hour>()
  return (atMs) => {
    const known = hours.get(atMs)
    if (known) return known
    const weather = world.weather(place, atMs)
    const precipitationMm = world.precipitationMm(place, atMs, atMs + HOUR_MS)
    const condition = conditionOf({ ...weather, precipitationMmPerHour: precipitationMm })
    const hour = { weather, precipitationMm, condition }
    hours.set(atMs, hour)
    return hour
  }
}

function stepsOf({ hourlyEndMs, endMs }: Outlook, startMs: number): number[] {
  const steps: number[] = []
  for (let ms = startMs; ms < hourlyEndMs; ms += HOUR_MS) steps.push(ms)
  for (let ms = hourlyEndMs; ms <= endMs; ms += SIX_HOURS_MS) steps.push(ms)
  return steps
}

function entry(outlook: Outlook, atMs: number): Record<string, unknown> {
  const spans = (hours: number): boolean => isCovered(outlook, atMs, hours)
  return {
    instant: { details: instantDetails(outlook, atMs) },
    ...(spans(12) ? { next_12_hours: halfDay(outlook, atMs) } : {}),
    ...(spans(1) ? { next_1_hours: period(outlook, atMs, 1) } : {}),
    ...(spans(6) ? { next_6_hours: period(outlook, atMs, 6) } : {}),
  }
}

/** Within the hourly part any period is known; beyond it only those on six-hour marks. */
function isCovered({ hourlyEndMs, endMs }: Outlook, atMs: number, hours: number): boolean {
  const until = atMs + hours * HOUR_MS
  if (until <= hourlyEndMs) return true
  return hours > 1 && atMs % SIX_HOURS_MS === 0 && until <= endMs
}

function hoursFrom(outlook: Outlook, atMs: number, hours: number): Hour[] {
  return Array.from({ length: hours }, (_, index) => outlook.hour(atMs + index * HOUR_MS))
}

const summaryOf = ({ place }: Outlook, atMs: number, span: readonly Hour[]) => ({
  symbol_code: symbolOf(
    place,
    atMs + (span.length * HOUR_MS) / 2,
    span.map(({ condition }) => condition),
  ),
})

const halfDay = (outlook: Outlook, atMs: number): Record<string, unknown> => {
  const span = hoursFrom(outlook, atMs, 12)
  return { summary: summaryOf(outlook, atMs, span), details: chanceOf(outlook, span) }
}

/** Only the complete forecasts of the Nordic model have chances; that of a span is of its hours together. */
function chanceOf({ isComplete, place }: Outlook, span: readonly Hour[]): Record<string, number> {
  if (!isComplete || !isNordic(place)) return {}
  const dry = span.reduce(
    (chance, { weather }) => chance * (1 - weather.precipitationProbabilityPercent / 100),
    1,
  )
  return { probability_of_precipitation: round((1 - dry) * 100, 1) }
}

function period(outlook: Outlook, atMs: number, hours: number): Record<string, unknown> {
  const span = hoursFrom(outlook, atMs, hours)
  const temperatures = span.map(({ weather }) => weather.temperatureC)
  const hasExtremes = outlook.isComplete && hours > 1
  const fallen = span.reduce((sum, { precipitationMm }) => sum + precipitationMm, 0)
  return {
    summary: summaryOf(outlook, atMs, span),
    details: {
      ...(hasExtremes
        ? {
            air_temperature_max: round(Math.max(...temperatures), 1),
            air_temperature_min: round(Math.min(...temperatures), 1),
          }
        : {}),
      precipitation_amount: round(fallen, 1),
      ...chanceOf(outlook, span),
    },
  }
}

function instantDetails(outlook: Outlook, atMs: number): Record<string, number> {
  const { weather } = outlook.hour(atMs)
  const compact = {
    air_pressure_at_sea_level: round(weather.pressureMslHpa, 1),
    air_temperature: round(weather.temperatureC, 1),
    cloud_area_fraction: round(weather.cloudPercent, 1),
    relative_humidity: round(weather.humidityPercent, 1),
    wind_from_direction: round(weather.windDirectionDegrees, 1),
    wind_speed: round(weather.windSpeedKmh / 3.6, 1),
  }
  if (!outlook.isComplete) return compact
  const nearTerm = {
    fog_area_fraction: weather.condition === 'fog' ? 100 : 0,
    ultraviolet_index_clear_sky: round(weather.uvIndexClearSky, 1),
  }
  return {
    ...compact,
    cloud_area_fraction_high: round(weather.cloudPercent * 0.4, 1),
    cloud_area_fraction_low: round(weather.cloudPercent * 0.8, 1),
    cloud_area_fraction_medium: round(weather.cloudPercent * 0.6, 1),
    dew_point_temperature: round(weather.dewPointC, 1),
    ...(atMs <= outlook.hourlyEndMs ? nearTerm : {}),
    ...(isNordic(outlook.place) ? { wind_speed_of_gust: round(weather.windGustKmh / 3.6, 1) } : {}),
  }
}
