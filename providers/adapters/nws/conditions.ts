import { apparentTemperature } from '../../../domain/weather/apparent-temperature.ts'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import type { Conditions, Discard } from '../../../domain/weather/reading.ts'
import type { Position } from '../../../domain/weather/sun.ts'
import { isoInstantOf } from '../../wire-values.ts'
import { dayOrNight } from '../day-or-night.ts'
import {
  CELSIUS,
  DEGREES,
  HPA,
  KM,
  KMH,
  METRES,
  MM,
  PERCENT,
  requiredValueIn,
  valueIn,
  type Scale,
} from './quantity.ts'
import { skyOfReport } from './sky.ts'
import { noteUnknownWords } from './unknown-words.ts'
import type { CloudLayers, ObservationAnswer } from './wire.ts'

type QuantityField =
  | 'elevation'
  | 'heatIndex'
  | 'windChill'
  | 'relativeHumidity'
  | 'seaLevelPressure'
  | 'barometricPressure'
  | 'visibility'
  | 'windSpeed'
  | 'windGust'
  | 'windDirection'
  | 'precipitationLastHour'

/** Per cent, from the middle of the eighths of sky that each code stands for. */
const COVER_PCT: ReadonlyMap<string, number> = new Map([
  ['SKC', 0],
  ['CLR', 0],
  ['FEW', 19],
  ['SCT', 44],
  ['BKN', 75],
  ['OVC', 100],
  ['VV', 100],
])

/**
 * An altimeter setting is reduced by the standard atmosphere, not by the temperature of the day: up to
 * this height the two differ by about 1 hPa at most.
 */
const ALTIMETER_UP_TO_M = 500

export function toConditions(
  { properties: said }: ObservationAnswer,
  place: Position,
  fetchedAt: Date,
  discard: Discard,
): Conditions {
  const valueOf: ValueOf = (scale, field) => valueIn(scale, field, said[field], discard)
  const temperatureC = requiredValueIn(CELSIUS, 'temperature', said.temperature, discard)
  const validAt = timestampOf(said.timestamp)
  const air = airOf(temperatureC, valueOf)
  const pressure = pressureOf(valueOf)
  const sky = skyIn(said, valueOf, discard)
  const half = dayOrNight(halfIn(said.icon), place, validAt)
  return {
    ...NOT_MEASURED,
    provider: 'nws',
    fetchedAt,
    validAt,
    basis: 'observed',
    ...air,
    windGustKmh: valueOf(KMH, 'windGust'),
    // A calm reports direction 0; true north is 360.
    windDirectionDeg: air.windSpeedKmh === 0 ? null : valueOf(DEGREES, 'windDirection'),
    ...pressure,
    ...sky,
    ...rainOf(valueOf),
    ...half,
    derived: [...air.derived, ...pressure.derived, ...sky.derived, ...half.derived],
  }
}

const NOT_MEASURED = { uvIndex: null, sunriseAt: null, sunsetAt: null } as const

type ValueOf = (scale: Scale, field: QuantityField) => number | null

/** Temperature, humidity, wind, and what they feel like. */
function airOf(temperatureC: number | null, valueOf: ValueOf) {
  const thermal = {
    temperatureC,
    relativeHumidityPct: valueOf(PERCENT, 'relativeHumidity'),
    windSpeedKmh: valueOf(KMH, 'windSpeed'),
  }
  const statedC = statedFeltC(thermal, valueOf)
  const apparentTemperatureC = statedC ?? apparentTemperature(thermal)
  const isDerived = statedC === null && apparentTemperatureC !== null
  return {
    ...thermal,
    apparentTemperatureC,
    derived: isDerived ? ['apparentTemperatureC'] : [],
  }
}

/** The station computes them from the humidity or wind it reports, and checks only those. */
function statedFeltC(
  { relativeHumidityPct, windSpeedKmh }: Pick<Conditions, 'relativeHumidityPct' | 'windSpeedKmh'>,
  valueOf: ValueOf,
): number | null {
  const heatIndexC = relativeHumidityPct === null ? null : valueOf(CELSIUS, 'heatIndex')
  const windChillC = windSpeedKmh === null ? null : valueOf(CELSIUS, 'windChill')
  return heatIndexC ?? windChillC
}

function pressureOf(valueOf: ValueOf) {
  const statedHpa = valueOf(HPA, 'seaLevelPressure')
  const isLow = (valueOf(METRES, 'elevation') ?? Infinity) <= ALTIMETER_UP_TO_M
  const altimeterHpa = isLow ? valueOf(HPA, 'barometricPressure') : null
  const isDerived = statedHpa === null && altimeterHpa !== null
  return {
    pressureMslHpa: statedHpa ?? altimeterHpa,
    derived: isDerived ? ['pressureMslHpa'] : [],
  }
}

function skyIn(said: ObservationAnswer['properties'], valueOf: ValueOf, discard: Discard) {
  noteWords(said, discard)
  const sky = skyOfReport(said.textDescription, said.presentWeather)
  const cloudCoverPct = cloudCoverOf(said.cloudLayers)
  return {
    condition: sky?.condition ?? null,
    intensity: sky?.intensity ?? null,
    cloudCoverPct,
    visibilityKm: valueOf(KM, 'visibility'),
    derived: cloudCoverPct === null ? [] : ['cloudCoverPct'],
  }
}

function rainOf(valueOf: ValueOf) {
  const precipitationMm = valueOf(MM, 'precipitationLastHour')
  return { precipitationMm, precipitationWindowMinutes: precipitationMm === null ? null : -60 }
}

/** What instruments could not identify is no code that is unknown here. */
function noteWords(
  { textDescription, presentWeather }: ObservationAnswer['properties'],
  discard: Discard,
): void {
  const groups = (presentWeather ?? []).map(({ weather }) => weather)
  const words = [textDescription, ...groups].map((word) => word?.replaceAll('_', ' '))
  const identified = words.filter((word) => word != null && !/\bunknown\b/i.test(word))
  noteUnknownWords('textDescription, presentWeather', identified, discard)
}

/** Mesonets report none of it. */
export const hasSky = ({ condition, cloudCoverPct }: Conditions): boolean =>
  condition !== null || cloudCoverPct !== null

function timestampOf(text: string): Date {
  const at = isoInstantOf(text)
  if (at) return at
  throw new ProviderError('schema-mismatch', `NWS: /properties/timestamp is no time: ${text}`)
}

/** A layer of unknown thickness may be the thickest. */
function cloudCoverOf(layers: CloudLayers | null | undefined): number | null {
  const covers = (layers ?? []).map(({ amount }) => COVER_PCT.get(amount ?? ''))
  const known = covers.filter((cover) => cover !== undefined)
  return known.length === 0 || known.length < covers.length ? null : Math.max(...known)
}

/** Icons are addresses such as `…/icons/land/day/snow`. */
function halfIn(icon: string | null | undefined): boolean | null {
  const half = /\/(day|night)\//.exec(icon ?? '')?.[1]
  return half === undefined ? null : half === 'day'
}
