import { codesOf } from '../sky/condition-codes.ts'
import { worse } from '../sky/conditions.ts'
import type { World } from '../exchange.ts'
import { HOUR_MS, floorTo, round } from '../sky/numbers.ts'
import { zoneOf } from './grid.ts'
import { GEO_CONTEXT, quantity } from './json.ts'
import { isoWithOffset, localMidnightMs, utcOffsetSeconds } from '../sky/time-zones.ts'
import { type Place, elevationAt } from '../sky/weather.ts'

const PERIODS = 14
const HALF_DAY_MS = 12 * HOUR_MS
const COMPASS = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW']

interface Period {
  number: number
  startMs: number
  endMs: number
  isDaytime: boolean
}

interface View {
  world: World
  place: Place
  offset: number
  isSi: boolean
}

export function forecastBody(world: World, place: Place, isSi: boolean): unknown {
  const nowMs = floorTo(world.now.getTime(), HOUR_MS)
  const offset = utcOffsetSeconds(zoneOf(place), nowMs)
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
      forecastGenerator: 'BaselineForecastGenerator',
      generatedAt: isoWithOffset(floorTo(world.now.getTime(), 1000), 0),
      updateTime: isoWithOffset(nowMs, 0),
      validTimes: `${isoWithOffset(nowMs, 0)}/P7DT12H`,
      elevation: quantity('m', elevationAt(place, world.seed)),
      periods: periodsFrom(nowMs, offset).map((period) =>
        periodBody({ world, place, offset, isSi }, period),
      ),
    },
  }
}

/** Days and nights turn at six; the running one begins now. */
function periodsFrom(nowMs: number, offset: number): Period[] {
  const sixMs = localMidnightMs(nowMs, offset) + 6 * HOUR_MS
  const running = Math.floor((nowMs - sixMs) / HALF_DAY_MS)
  return Array.from({ length: PERIODS }, (_, index) => {
    const turnMs = sixMs + (running + index) * HALF_DAY_MS
    return {
      number: index + 1,
      startMs: Math.max(nowMs, turnMs),
      endMs: turnMs + HALF_DAY_MS,
      isDaytime: (running + index) % 2 === 0,
    }
  })
}

function periodBody({ world, place, offset, isSi }: View, period: Period): unknown {
  const { number, startMs, endMs, isDaytime } = period
  const length = Math.max(1, Math.round((endMs - startMs) / HOUR_MS))
  const hours = Array.from({ length }, (_, hour) => world.weather(place, startMs + hour * HOUR_MS))
  const temperatures = hours.map((hour) => hour.temperatureC)
  const celsius = isDaytime ? Math.max(...temperatures) : Math.min(...temperatures)
  const chance = Math.max(...hours.map((hour) => hour.precipitationProbabilityPercent))
  const { text, icon } = codesOf(hours.map((hour) => hour.condition).reduce(worse, 'clear')).nws
  const windDegrees = hours[0]?.windDirectionDegrees ?? 0
  return {
    number,
    name: periodName(period, offset),
    startTime: isoWithOffset(startMs, offset),
    endTime: isoWithOffset(endMs, offset),
    isDaytime,
    temperature: round(isSi ? celsius : (celsius * 9) / 5 + 32),
    temperatureUnit: isSi ? 'C' : 'F',
    temperatureTrend: null,
    probabilityOfPrecipitation: quantity('percent', round(chance)),
    windSpeed: windText(
      hours.map((hour) => hour.windSpeedKmh),
      isSi,
    ),
    windDirection: COMPASS[Math.round(windDegrees / 45) % 8],
    icon: `${world.baseUrl}/icons/land/${isDaytime ? 'day' : 'night'}/${icon}?size=medium`,
    shortForecast: text,
    detailedForecast: `${text}, with a ${isDaytime ? 'high' : 'low'} near ${String(round(celsius))}.`,
  }
}

/** `4 km/h`, or `2 to 35 km/h` when it changes. */
function windText(speedsKmh: number[], isSi: boolean): string {
  const inUnit = (kmh: number): string => String(round(isSi ? kmh : kmh / 1.609344))
  const [low, high] = [inUnit(Math.min(...speedsKmh)), inUnit(Math.max(...speedsKmh))]
  return `${low === high ? high : `${low} to ${high}`} ${isSi ? 'km/h' : 'mph'}`
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

function periodName({ number, startMs, isDaytime }: Period, offset: number): string {
  if (number === 1) return isDaytime ? 'Today' : 'Tonight'
  const day = DAYS[new Date(startMs + offset * 1000).getUTCDay()] ?? ''
  return isDaytime ? day : `${day} Night`
}
