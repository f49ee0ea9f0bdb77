import type { Place } from '../../domain/city.ts'
import type { AirQuality, Conditions, Forecast, ForecastDay } from '../../domain/reading.ts'
import { metresPerSecondToKmh, metresToKm, rounded } from '../../domain/units.ts'
import { localDate } from '../../domain/local-time.ts'
import { instantOf } from '../one-place.ts'
import { mostSevere, skyOfId } from './sky.ts'
import type { AirAnswer, ConditionsAnswer, ForecastAnswer, ForecastStep } from './wire.ts'

type Maybe = number | null | undefined

const STEP_S = 3 * 60 * 60
const HOUR_S = 60 * 60

const windKmh = (metresPerSecond: Maybe): number | null =>
  metresPerSecond == null ? null : rounded(metresPerSecondToKmh(metresPerSecond))

/** The sun's times are absent, or 0, where it does not rise or set that day. */
const sunAt = (unixSeconds: Maybe): Date | null => (unixSeconds ? instantOf(unixSeconds) : null)

export function toConditions(answer: ConditionsAnswer, fetchedAt: Date): Conditions {
  const { main, wind, sys, weather } = answer
  const primary = weather[0]
  const sky = primary ? skyOfId(primary.id) : null
  return {
    provider: 'openweathermap',
    fetchedAt,
    validAt: instantOf(answer.dt),
    basis: 'analysis',
    temperatureC: main.temp ?? null,
    apparentTemperatureC: main.feels_like ?? null,
    relativeHumidityPct: main.humidity ?? null,
    pressureMslHpa: main.pressure ?? null,
    visibilityKm: answer.visibility == null ? null : rounded(metresToKm(answer.visibility), 2),
    uvIndex: null,
    windSpeedKmh: windKmh(wind?.speed),
    windGustKmh: windKmh(wind?.gust),
    windDirectionDeg: wind?.deg ?? null,
    cloudCoverPct: answer.clouds?.all ?? null,
    precipitationMm: rounded((answer.rain?.['1h'] ?? 0) + (answer.snow?.['1h'] ?? 0), 2),
    precipitationWindowMinutes: -60,
    condition: sky?.condition ?? null,
    intensity: sky?.intensity ?? null,
    isDay: isDayOf(primary?.icon),
    sunriseAt: sunAt(sys?.sunrise),
    sunsetAt: sunAt(sys?.sunset),
    derived: [],
  }
}

/** Icons are named `10d` or `10n`. */
function isDayOf(icon: string | undefined): boolean | null {
  if (icon?.endsWith('d')) return true
  return icon?.endsWith('n') ? false : null
}

export function toForecast(
  { list, city }: ForecastAnswer,
  { timeZone }: Pick<Place, 'timeZone'>,
  fetchedAt: Date,
): Forecast {
  const dateOf = (unixSeconds: number): string => localDate(instantOf(unixSeconds), timeZone)
  const byDate = grouped(list, ({ dt }) => dateOf(dt))
  // A step's rain fell in the three hours before it, so it belongs to the date of their middle.
  const wetByDate = grouped(list, ({ dt }) => dateOf(dt - STEP_S / 2))
  return {
    provider: 'openweathermap',
    fetchedAt,
    days: [...byDate].map(([date, steps]) => ({
      ...dayOf(steps, wetByDate.get(date) ?? []),
      date,
      sunriseAt: sunOn(date, city?.sunrise, dateOf),
      sunsetAt: sunOn(date, city?.sunset, dateOf),
      partial: !coversDay(steps, date, dateOf),
    })),
    derived: [
      'temperatureMaxC',
      'temperatureMinC',
      'precipitationMm',
      'precipitationProbability',
      'windSpeedMaxKmh',
      'windGustMaxKmh',
      'condition',
      'intensity',
    ],
  }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

type DayValues = Omit<ForecastDay, 'date' | 'sunriseAt' | 'sunsetAt' | 'partial'>

function dayOf(steps: readonly ForecastStep[], wet: readonly ForecastStep[]): DayValues {
  const sky = mostSevere(steps.flatMap(({ weather }) => weather.slice(0, 1).map(primarySky)))
  return {
    temperatureMaxC: highest(steps.map(({ main }) => main.temp_max ?? main.temp)),
    temperatureMinC: lowest(steps.map(({ main }) => main.temp_min ?? main.temp)),
    precipitationMm: wet.length === 0 ? null : rounded(sum(wet.map(precipitationOf)), 2),
    precipitationProbability: highest(wet.map(({ pop }) => pop)),
    windSpeedMaxKmh: windKmh(highest(steps.map(({ wind }) => wind?.speed))),
    windGustMaxKmh: windKmh(highest(steps.map(({ wind }) => wind?.gust))),
    uvIndexMax: null,
    condition: sky?.condition ?? null,
    intensity: sky?.intensity ?? null,
  }
}

const primarySky = ({ id }: ForecastStep['weather'][number]) => skyOfId(id)

const precipitationOf = ({ rain, snow }: ForecastStep): number =>
  (rain?.['3h'] ?? 0) + (snow?.['3h'] ?? 0)

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const present = (values: readonly Maybe[]): number[] => values.filter((value) => value != null)

const highest = (values: readonly Maybe[]): number | null => {
  const known = present(values)
  return known.length === 0 ? null : Math.max(...known)
}

const lowest = (values: readonly Maybe[]): number | null => {
  const known = present(values)
  return known.length === 0 ? null : Math.min(...known)
}

/** The forecast tells the sun's times of today alone. */
function sunOn(date: string, unixSeconds: Maybe, dateOf: (at: number) => string): Date | null {
  return unixSeconds && dateOf(unixSeconds) === date ? instantOf(unixSeconds) : null
}

function coversDay(
  steps: readonly ForecastStep[],
  date: string,
  dateOf: (unixSeconds: number) => string,
): boolean {
  const first = Math.min(...steps.map(({ dt }) => dt))
  const last = Math.max(...steps.map(({ dt }) => dt))
  return dateOf(first - STEP_S) !== date && dateOf(last + STEP_S) !== date
}

export function toAirQuality({ list }: AirAnswer, fetchedAt: Date): AirQuality | null {
  const current = list[0]
  if (!current) return null
  const { components, main } = current
  return {
    provider: 'openweathermap',
    fetchedAt,
    // Some answers carry the second of the request instead of the hour they describe.
    validAt: instantOf(Math.floor(current.dt / HOUR_S) * HOUR_S),
    basis: 'analysis',
    pm2_5: components.pm2_5 ?? null,
    pm10: components.pm10 ?? null,
    carbonMonoxide: components.co ?? null,
    nitrogenDioxide: components.no2 ?? null,
    sulphurDioxide: components.so2 ?? null,
    ozone: components.o3 ?? null,
    ammonia: components.nh3 ?? null,
    indices: main?.aqi == null ? {} : { openweathermap: main.aqi },
  }
}
