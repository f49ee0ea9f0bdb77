import { codesOf } from '../sky/condition-codes.ts'
import type { World } from '../exchange.ts'
import { hash } from '../sky/noise.ts'
import { HOUR_MS, MINUTE_MS, floorTo, round } from '../sky/numbers.ts'
import { GEO_CONTEXT, measured, quantity, type QualityCode } from './json.ts'
import type { EmulatedReport } from './spot.ts'
import type { EmulatedStation } from './stations.ts'
import { isoWithOffset } from '../sky/time-zones.ts'
import type { Weather } from '../sky/weather.ts'

const AIRPORT_REPORTS_EVERY_MS = 20 * MINUTE_MS
const MESONET_REPORTS_EVERY_MS = 10 * MINUTE_MS
const OLD_MS = 11 * HOUR_MS
/** An airport's instruments see no further than ten miles. */
const MAX_VISIBILITY_M = 16_093.44

export function observationBody(world: World, station: EmulatedStation): unknown {
  const { id, place, elevationM, isAirport } = station
  const everyMs = isAirport ? AIRPORT_REPORTS_EVERY_MS : MESONET_REPORTS_EVERY_MS
  const ageMs = station.report === 'old' ? OLD_MS : 0
  const atMs = floorTo(world.now.getTime() - ageMs, everyMs)
  const weather = world.weather(place, atMs)
  const timestamp = isoWithOffset(atMs, 0)
  const url = `${world.baseUrl}/stations/${id}/observations/${timestamp}`
  return {
    '@context': GEO_CONTEXT,
    id: url,
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
    properties: {
      '@id': url,
      '@type': 'wx:ObservationStation',
      elevation: quantity('m', elevationM),
      station: `${world.baseUrl}/stations/${id}`,
      stationId: id,
      stationName: `Emulated station ${id}`,
      timestamp,
      rawMessage: '',
      ...measurements({ world, station, weather, atMs }),
      ...(isAirport ? skyOf(world, weather) : NO_SKY),
      ...precipitation(world.precipitationMm(place, atMs - HOUR_MS, atMs)),
    },
  }
}

function skyOf(world: World, weather: Weather): Record<string, unknown> {
  const { text, icon } = codesOf(weather.condition).nws
  const half = weather.isDay ? 'day' : 'night'
  return {
    textDescription: text,
    icon: `${world.baseUrl}/icons/land/${half}/${icon}?size=medium`,
    presentWeather: presentWeather(weather),
    cloudLayers: [{ base: quantity('m', 1200), amount: cloudAmount(weather.cloudPercent) }],
  }
}

/** Mesonets measure and do not look up. */
const NO_SKY = {
  textDescription: '',
  icon: null,
  presentWeather: [],
  cloudLayers: [],
  visibility: measured('m', null),
  seaLevelPressure: measured('Pa', null),
}

/** An intensity that is not said is moderate. */
function presentWeather({ condition }: Weather): unknown[] {
  const { weather, intensity } = codesOf(condition).nws
  const stated = intensity === 'moderate' ? null : intensity
  return weather === null
    ? []
    : [{ intensity: stated, modifier: null, weather, rawString: '', inVicinity: false }]
}

interface Measured {
  readonly world: World
  readonly station: EmulatedStation
  readonly weather: Weather
  readonly atMs: number
}

function measurements({ world, station, weather, atMs }: Measured): Record<string, unknown> {
  const { report } = station
  const isCalm = weather.windSpeedKmh < 1
  const isGusty = weather.windGustKmh - weather.windSpeedKmh > 10
  const feels = round(weather.feelsLikeC, 1)
  const isHot = weather.temperatureC > 27 && feels > weather.temperatureC
  const isCold = weather.temperatureC < 10 && feels < weather.temperatureC
  const seaLevelPa = round(weather.pressureMslHpa * 100, 2)
  // Only the report on the hour carries the sea-level pressure.
  const isFullReport = atMs % HOUR_MS === 0
  const code = (field: number): QualityCode => usualCode(world, station, atMs, field)
  return {
    ...temperature(report, weather, code(0)),
    dewpoint: measured('degC', round(weather.dewPointC, 1), code(1)),
    windDirection: measured('degree_(angle)', isCalm ? 0 : round(weather.windDirectionDegrees)),
    ...wind(report, isCalm ? 0 : round(weather.windSpeedKmh, 3), code(2)),
    windGust: measured('km_h-1', isGusty ? round(weather.windGustKmh, 3) : null),
    barometricPressure: measured('Pa', seaLevelPa, report === 'doubtful' ? 'B' : code(3)),
    seaLevelPressure: measured('Pa', isFullReport && report !== 'doubtful' ? seaLevelPa : null),
    visibility: measured('m', round(Math.min(MAX_VISIBILITY_M, weather.visibilityM), 2), code(4)),
    maxTemperatureLast24Hours: quantity('degC', null),
    minTemperatureLast24Hours: quantity('degC', null),
    relativeHumidity: measured('percent', weather.humidityPercent, code(5)),
    windChill: measured('degC', isCold && report === 'sound' ? feels : null),
    heatIndex: measured('degC', isHot && report === 'sound' ? feels : null),
  }
}

const TOO_WARM_C = 20
const TOO_FAST_KMH = 180

const temperature = (
  report: EmulatedReport,
  { temperatureC }: Weather,
  code: QualityCode,
): object => {
  if (report === 'no-temperature') return { temperature: measured('degC', null) }
  const isFailed = report === 'failed'
  const celsius = round(temperatureC + (isFailed ? TOO_WARM_C : 0), 1)
  return { temperature: measured('degC', celsius, isFailed ? 'X' : code) }
}

const wind = (report: EmulatedReport, kmh: number, code: QualityCode): object =>
  report === 'doubtful'
    ? { windSpeed: measured('km_h-1', kmh + TOO_FAST_KMH, 'Q') }
    : { windSpeed: measured('km_h-1', kmh, code) }

/** Most values are verified; about one in a thousand is questioned, failed or called bad. */
function usualCode(
  { seed }: World,
  { id }: EmulatedStation,
  atMs: number,
  field: number,
): QualityCode {
  const station = Array.from(id).reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) | 0
  const draw = hash(station, field, Math.floor(atMs / MINUTE_MS), seed)
  const doubted: readonly QualityCode[] = ['X', 'Q', 'B']
  if (draw < 0.001) return doubted[Math.floor(draw * 3000)] ?? 'X'
  if (draw < 0.08) return 'C'
  return draw < 0.12 ? 'S' : 'V'
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
