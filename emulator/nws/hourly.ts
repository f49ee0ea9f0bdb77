import type { World } from '../exchange.ts'
import { codesOf } from '../sky/condition-codes.ts'
import { HOUR_MS, floorTo, round } from '../sky/numbers.ts'
import { isoWithOffset, utcOffsetSeconds } from '../sky/time-zones.ts'
import type { Coordinates } from '../sky/weather.ts'
import { zoneOf } from '../sky/zones.ts'
import { certaintyAt, compassPoint, documentBody, windText, type View } from './forecast.ts'
import { quantity } from './json.ts'
import { phraseOf } from './phrases.ts'

const HOURS = 156

/** The first hour is the one that runs. */
export function hourlyBody(world: World, place: Coordinates, isSi: boolean): unknown {
  const startMs = floorTo(world.now.getTime(), HOUR_MS)
  const view = { world, place, isSi, zone: zoneOf(place) }
  const hours = Array.from({ length: HOURS }, (_, hour) =>
    hourBody(view, hour + 1, startMs + hour * HOUR_MS),
  )
  return documentBody(view, 'HourlyForecastGenerator', hours)
}

function hourBody({ world, place, zone, isSi }: View, number: number, startMs: number): unknown {
  const endMs = startMs + HOUR_MS
  const offset = utcOffsetSeconds(zone, startMs)
  const weather = world.weather(place, startMs)
  const { temperatureC: celsius, precipitationProbabilityPercent } = weather
  const chancePercent = precipitationProbabilityPercent * certaintyAt(startMs - world.now.getTime())
  const localHour = new Date(startMs + offset * 1000).getUTCHours()
  const isDaytime = localHour >= 6 && localHour < 18
  const { icon } = codesOf(weather.condition).nws
  return {
    number,
    name: '',
    startTime: isoWithOffset(startMs, offset),
    endTime: isoWithOffset(endMs, utcOffsetSeconds(zone, endMs)),
    isDaytime,
    temperature: round(isSi ? celsius : (celsius * 9) / 5 + 32),
    temperatureUnit: isSi ? 'C' : 'F',
    temperatureTrend: null,
    probabilityOfPrecipitation: quantity('percent', round(chancePercent)),
    dewpoint: quantity('degC', weather.dewPointC),
    relativeHumidity: quantity('percent', round(weather.humidityPercent)),
    windSpeed: windText([weather.windSpeedKmh], isSi),
    windDirection: compassPoint(weather.windDirectionDegrees),
    icon: `${world.baseUrl}/icons/land/${isDaytime ? 'day' : 'night'}/${icon}?size=small`,
    shortForecast: phraseOf({ condition: weather.condition, chancePercent, isDaytime }),
    detailedForecast: '',
  }
}
