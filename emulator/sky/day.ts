import { SNOW_BELOW_C, worse, type EmulatedCondition } from './conditions.ts'
import { DAY_MS, HOUR_MS } from './numbers.ts'
import { sunTimes, type SunTimes } from './sun.ts'
import { precipitationMm, weatherAt, type Coordinates, type Weather } from './weather.ts'

export interface DayWeather {
  readonly temperatureMaxC: number
  readonly temperatureMinC: number
  readonly temperatureMeanC: number
  readonly feelsLikeMaxC: number
  readonly feelsLikeMinC: number
  readonly precipitationMm: number
  readonly rainMm: number
  readonly snowMm: number
  readonly precipitationHours: number
  readonly precipitationProbabilityMaxPercent: number
  readonly windSpeedMaxKmh: number
  readonly windGustMaxKmh: number
  readonly windDirectionDegrees: number
  readonly humidityMeanPercent: number
  readonly visibilityMeanM: number
  readonly uvIndexMax: number
  readonly uvIndexClearSkyMax: number
  readonly condition: EmulatedCondition
  readonly sun: SunTimes
}

export interface DayRequest extends Coordinates {
  readonly dayStart: Date
  readonly seed: number
}

/** Enough for a week at three thousand places; then memory matters more than time. */
const REMEMBERED_DAYS = 21_000
const days = new Map<string, DayWeather>()

/** Aggregates of the 24 hours that begin at local midnight. */
export function dayWeather(request: DayRequest): DayWeather {
  const { latitude, longitude, dayStart, seed } = request
  const key = `${String(seed)}|${String(latitude)}|${String(longitude)}|${String(dayStart.getTime())}`
  const known = days.get(key)
  if (known) return known
  const day = computeDay(request)
  if (days.size >= REMEMBERED_DAYS) days.clear()
  days.set(key, day)
  return day
}

function computeDay({ latitude, longitude, dayStart, seed }: DayRequest): DayWeather {
  const startMs = dayStart.getTime()
  const place = { latitude, longitude }
  const hours: Weather[] = []
  const falls: number[] = []
  for (let ms = startMs; ms < startMs + DAY_MS; ms += HOUR_MS) {
    hours.push(weatherAt({ ...place, at: new Date(ms), seed }))
    falls.push(precipitationMm(place, ms, ms + HOUR_MS, seed))
  }
  return { ...summarize(hours, falls), sun: sunTimes(latitude, longitude, startMs) }
}

function summarize(hours: Weather[], falls: number[]): Omit<DayWeather, 'sun'> {
  const max = (read: (hour: Weather) => number): number => Math.max(...hours.map(read))
  const min = (read: (hour: Weather) => number): number => Math.min(...hours.map(read))
  const mean = (read: (hour: Weather) => number): number =>
    hours.reduce((sum, hour) => sum + read(hour), 0) / hours.length
  const fallen = falls.reduce((sum, mm) => sum + mm, 0)
  const snowMm = hours.reduce(
    (sum, hour, index) => sum + (hour.temperatureC <= SNOW_BELOW_C ? (falls[index] ?? 0) : 0),
    0,
  )
  const windSpeedMaxKmh = max((hour) => hour.windSpeedKmh)
  const windiest = hours.find((hour) => hour.windSpeedKmh === windSpeedMaxKmh)
  return {
    temperatureMaxC: max((hour) => hour.temperatureC),
    temperatureMinC: min((hour) => hour.temperatureC),
    temperatureMeanC: mean((hour) => hour.temperatureC),
    feelsLikeMaxC: max((hour) => hour.feelsLikeC),
    feelsLikeMinC: min((hour) => hour.feelsLikeC),
    precipitationMm: fallen,
    rainMm: fallen - snowMm,
    snowMm,
    precipitationHours: falls.filter((mm) => mm > 0).length,
    precipitationProbabilityMaxPercent: max((hour) => hour.precipitationProbabilityPercent),
    windSpeedMaxKmh,
    windGustMaxKmh: max((hour) => hour.windGustKmh),
    windDirectionDegrees: windiest?.windDirectionDegrees ?? 0,
    humidityMeanPercent: mean((hour) => hour.humidityPercent),
    visibilityMeanM: mean((hour) => hour.visibilityM),
    uvIndexMax: max((hour) => hour.uvIndex),
    uvIndexClearSkyMax: max((hour) => hour.uvIndexClearSky),
    condition: hours.map((hour) => hour.condition).reduce(worse, 'clear'),
  }
}
