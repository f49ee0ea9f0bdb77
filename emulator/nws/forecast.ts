import { codesOf } from '../sky/condition-codes.ts'
import { worse, type EmulatedCondition } from '../sky/conditions.ts'
import type { World } from '../exchange.ts'
import { HOUR_MS, clamp, floorTo, round } from '../sky/numbers.ts'
import { GEO_CONTEXT, quantity } from './json.ts'
import { isoWithOffset, localMidnightMs, utcOffsetSeconds } from '../sky/time-zones.ts'
import { zoneOf } from '../sky/zones.ts'
import { elevationAt, type Coordinates, type Weather } from '../sky/weather.ts'
import { phraseOf, thenPhrase } from './phrases.ts'

const PERIODS = 14
const HALF_DAY_MS = 12 * HOUR_MS
const COMPASS = 'N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW'.split(' ')

interface Period {
  readonly number: number
  readonly startMs: number
  readonly endMs: number
  readonly isDaytime: boolean
}

export interface View {
  readonly world: World
  readonly place: Coordinates
  readonly zone: string
  readonly isSi: boolean
}

export function forecastBody(world: World, place: Coordinates, isSi: boolean): unknown {
  const nowMs = floorTo(world.now.getTime(), HOUR_MS)
  const zone = zoneOf(place)
  const view = { world, place, zone, isSi }
  const periods = periodsFrom(nowMs, zone).map((period) => periodBody(view, period))
  return documentBody(view, 'BaselineForecastGenerator', periods)
}

/** What the forecasts of half days and of hours have in common. */
export function documentBody(
  { world, place, isSi }: View,
  forecastGenerator: string,
  periods: readonly unknown[],
): unknown {
  const nowMs = floorTo(world.now.getTime(), HOUR_MS)
  const half = 0.0125
  const corner = (dx: number, dy: number): number[] => [
    round(place.longitude + dx * half, 4),
    round(place.latitude + dy * half, 4),
  ]
  const ring = [corner(-1, -1), corner(-1, 1), corner(1, 1), corner(1, -1), corner(-1, -1)]
  return {
    '@context': GEO_CONTEXT,
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [ring] },
    properties: {
      units: isSi ? 'si' : 'us',
      forecastGenerator,
      generatedAt: isoWithOffset(floorTo(world.now.getTime(), 1000), 0),
      updateTime: isoWithOffset(nowMs, 0),
      validTimes: `${isoWithOffset(nowMs, 0)}/P7DT12H`,
      elevation: quantity('m', elevationAt(place, world.seed)),
      periods,
    },
  }
}

/** Days and nights turn at six; the running one begins now. */
function periodsFrom(nowMs: number, zone: string): Period[] {
  const offset = utcOffsetSeconds(zone, nowMs)
  /** By the clock there, also after it has changed. */
  const byClock = (ms: number): number => ms + (offset - utcOffsetSeconds(zone, ms)) * 1000
  const sixMs = localMidnightMs(nowMs, offset) + 6 * HOUR_MS
  const running = Math.floor((nowMs - sixMs) / HALF_DAY_MS)
  return Array.from({ length: PERIODS }, (_, index) => {
    const turnMs = sixMs + (running + index) * HALF_DAY_MS
    return {
      number: index + 1,
      startMs: Math.max(nowMs, byClock(turnMs)),
      endMs: byClock(turnMs + HALF_DAY_MS),
      isDaytime: (running + index) % 2 === 0,
    }
  })
}

function periodBody({ world, place, zone, isSi }: View, period: Period): unknown {
  const { number, startMs, endMs, isDaytime } = period
  const length = Math.max(1, Math.round((endMs - startMs) / HOUR_MS))
  const hours = Array.from({ length }, (_, hour) => world.weather(place, startMs + hour * HOUR_MS))
  const temperatures = hours.map((hour) => hour.temperatureC)
  const celsius = isDaytime ? Math.max(...temperatures) : Math.min(...temperatures)
  const certainty = certaintyAt(startMs - world.now.getTime())
  const chance = certainty * Math.max(...hours.map((hour) => hour.precipitationProbabilityPercent))
  const { icon } = codesOf(worstOf(hours)).nws
  const text = textOf(hours, isDaytime, certainty)
  const windDegrees = hours[0]?.windDirectionDegrees ?? 0
  return {
    number,
    name: periodName(period, utcOffsetSeconds(zone, startMs)),
    startTime: isoWithOffset(startMs, utcOffsetSeconds(zone, startMs)),
    endTime: isoWithOffset(endMs, utcOffsetSeconds(zone, endMs)),
    isDaytime,
    temperature: round(isSi ? celsius : (celsius * 9) / 5 + 32),
    temperatureUnit: isSi ? 'C' : 'F',
    temperatureTrend: null,
    probabilityOfPrecipitation: quantity('percent', round(chance)),
    windSpeed: windText(
      hours.map((hour) => hour.windSpeedKmh),
      isSi,
    ),
    windDirection: compassPoint(windDegrees),
    icon: `${world.baseUrl}/icons/land/${isDaytime ? 'day' : 'night'}/${icon}?size=medium`,
    shortForecast: text,
    detailedForecast: `${text}, with a ${isDaytime ? 'high' : 'low'} near ${String(round(celsius))}.`,
  }
}

export const compassPoint = (degrees: number): string =>
  COMPASS[Math.round(degrees / 22.5) % COMPASS.length] ?? ''

/** Forecasters commit themselves less the further they look ahead. */
export const certaintyAt = (aheadMs: number): number =>
  clamp(1 - aheadMs / (7 * 24 * HOUR_MS), 0.2, 1)

const worstOf = (hours: readonly Weather[]): EmulatedCondition =>
  hours.map(({ condition }) => condition).reduce(worse, 'clear')

/** The two halves of a period, each by its worst hour. */
function textOf(hours: readonly Weather[], isDaytime: boolean, certainty: number): string {
  const middle = Math.ceil(hours.length / 2)
  const [first, second] = [hours.slice(0, middle), hours.slice(middle)].map((half) => {
    const chances = half.map((hour) => hour.precipitationProbabilityPercent)
    const chancePercent = certainty * Math.max(...chances)
    return half.length === 0 ? '' : phraseOf({ condition: worstOf(half), chancePercent, isDaytime })
  })
  return second ? thenPhrase(first ?? '', second) : (first ?? '')
}

/** `4 km/h`, or `2 to 35 km/h` when it changes. */
export function windText(speedsKmh: number[], isSi: boolean): string {
  const inUnit = (kmh: number): string => String(round(isSi ? kmh : kmh / 1.609344))
  const [low, high] = [inUnit(Math.min(...speedsKmh)), inUnit(Math.max(...speedsKmh))]
  return `${low === high ? high : `${low} to ${high}`} ${isSi ? 'km/h' : 'mph'}`
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** The running period is named after the hour it began or was cut at. */
function periodName({ number, startMs, isDaytime }: Period, offset: number): string {
  const local = new Date(startMs + offset * 1000)
  if (number === 1) {
    if (isDaytime) return local.getUTCHours() >= 12 ? 'This Afternoon' : 'Today'
    return local.getUTCHours() < 6 ? 'Overnight' : 'Tonight'
  }
  const day = DAYS[local.getUTCDay()] ?? ''
  return isDaytime ? day : `${day} Night`
}
