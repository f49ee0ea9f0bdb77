import { codesOf } from '../sky/condition-codes.ts'
import type { World } from '../exchange.ts'
import { HOUR_MS, MINUTE_MS, floorTo, round } from '../sky/numbers.ts'
import type { Station } from './grid.ts'
import { GEO_CONTEXT, measured, quantity } from './json.ts'
import { isoWithOffset } from '../sky/time-zones.ts'
import { type Weather, elevationAt } from '../sky/weather.ts'

const REPORTS_EVERY_MS = 20 * MINUTE_MS
/** An airport's instruments see no further than ten miles. */
const MAX_VISIBILITY_M = 16_093.44

export function observationBody(world: World, { id, place }: Station): unknown {
  const atMs = floorTo(world.now.getTime(), REPORTS_EVERY_MS)
  const weather = world.weather(place, atMs)
  const timestamp = isoWithOffset(atMs, 0)
  const url = `${world.baseUrl}/stations/${id}/observations/${timestamp}`
  const { text, icon } = codesOf(weather.condition).nws
  return {
    '@context': GEO_CONTEXT,
    id: url,
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
    properties: {
      '@id': url,
      '@type': 'wx:ObservationStation',
      elevation: quantity('m', elevationAt(place, world.seed)),
      station: `${world.baseUrl}/stations/${id}`,
      stationId: id,
      stationName: `Emulated station ${id}`,
      timestamp,
      rawMessage: '',
      textDescription: text,
      icon: `${world.baseUrl}/icons/land/${weather.isDay ? 'day' : 'night'}/${icon}?size=medium`,
      presentWeather: presentWeather(weather),
      ...measurements(weather, atMs),
      ...precipitation(world.precipitationMm(place, atMs - HOUR_MS, atMs)),
      cloudLayers: [{ base: quantity('m', 1200), amount: cloudAmount(weather.cloudPercent) }],
    },
  }
}

function presentWeather({ condition }: Weather): unknown[] {
  const { weather, intensity } = codesOf(condition).nws
  return weather === null ? [] : [{ intensity, modifier: null, weather, rawString: '' }]
}

function measurements(weather: Weather, atMs: number): Record<string, unknown> {
  const isCalm = weather.windSpeedKmh < 1
  const isGusty = weather.windGustKmh - weather.windSpeedKmh > 10
  const feels = round(weather.feelsLikeC, 1)
  const isHot = weather.temperatureC > 27 && feels > weather.temperatureC
  const isCold = weather.temperatureC < 10 && feels < weather.temperatureC
  const seaLevelPa = round(weather.pressureMslHpa * 100, 2)
  // Only the report on the hour carries the sea-level pressure.
  const isFullReport = atMs % HOUR_MS === 0
  return {
    temperature: measured('degC', round(weather.temperatureC, 1)),
    dewpoint: measured('degC', round(weather.dewPointC, 1)),
    windDirection: measured('degree_(angle)', isCalm ? 0 : round(weather.windDirectionDegrees)),
    windSpeed: measured('km_h-1', isCalm ? 0 : round(weather.windSpeedKmh, 3)),
    windGust: measured('km_h-1', isGusty ? round(weather.windGustKmh, 3) : null),
    barometricPressure: measured('Pa', seaLevelPa),
    seaLevelPressure: measured('Pa', isFullReport ? seaLevelPa : null),
    visibility: measured('m', round(Math.min(MAX_VISIBILITY_M, weather.visibilityM), 2)),
    maxTemperatureLast24Hours: quantity('degC', null),
    minTemperatureLast24Hours: quantity('degC', null),
    relativeHumidity: measured('percent', weather.humidityPercent),
    windChill: measured('degC', isCold ? feels : null),
    heatIndex: measured('degC', isHot ? feels : null),
  }
}

/** The last hour is left out altogether when it stayed dry. */
function precipitation(lastHourMm: number): Record<string, unknown> {
  return {
    ...(lastHourMm > 0 ? { precipitationLastHour: measured('mm', round(lastHourMm, 2)) } : {}),
    precipitationLast3Hours: measured('mm', null),
  }
}

function cloudAmount(cloudPercent: number): string {
  if (cloudPercent < 5) return 'CLR'
  if (cloudPercent < 31) return 'FEW'
  if (cloudPercent < 56) return 'SCT'
  return cloudPercent < 88 ? 'BKN' : 'OVC'
}
