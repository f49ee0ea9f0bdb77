import { apparentTemperature } from '../../../domain/weather/apparent-temperature.ts'
import { relativeHumidity } from '../../../domain/weather/humidity.ts'
import type { Conditions, Discard } from '../../../domain/weather/reading.ts'
import { isSunUp, type Position } from '../../../domain/weather/sun.ts'
import { rounded } from '../../../domain/weather/units.ts'
import { cloudCoverPct } from './cloud-cover.ts'
import type { Metar } from './metar/metar.ts'
import { skyOf } from './sky.ts'
import type { StationReport } from './station-report.ts'

/** The whole degrees of a report's body are rounded tenths of its remarks. */
const MAX_ROUNDING_C = 1

/** Below it the altimeter setting is within about 1 hPa of the pressure at mean sea level. */
const QNH_BELOW_M = 500

export function toConditions(
  report: StationReport,
  metar: Metar,
  place: Position,
  fetchedAt: Date,
  discard: Discard,
): Conditions {
  noteLeftOut(report, metar, discard)
  const temperatureC = exactest(metar.remarks.temperatureC, metar.temperatureC)
  const dewPointC = exactest(metar.remarks.dewPointC, metar.dewPointC)
  const computed = computedFrom(metar, temperatureC, dewPointC, discard)
  const pressure = pressureOf(report, metar, discard)
  const sky = skyOf(metar)
  const values = {
    ...computed,
    pressureMslHpa: pressure.pressureMslHpa,
    cloudCoverPct: cloudCoverPct(metar.clouds),
    isDay: isSunUp(place, report.observedAt),
  }
  const isDerived = (field: keyof typeof values): boolean =>
    values[field] !== null && !(field === 'pressureMslHpa' && pressure.isReported)
  return {
    ...values,
    provider: 'aviation-weather',
    fetchedAt,
    validAt: report.observedAt,
    basis: 'observed',
    temperatureC,
    visibilityKm: metar.visibilityKm ?? null,
    uvIndex: null,
    ...windOf(metar),
    precipitationMm: null,
    precipitationWindowMinutes: null,
    condition: sky?.condition ?? null,
    intensity: sky?.intensity ?? null,
    sunriseAt: null,
    sunsetAt: null,
    derived: DERIVED.filter(isDerived),
  }
}

const windOf = ({ wind }: Metar) => ({
  windSpeedKmh: wind?.speedKmh ?? null,
  windGustKmh: wind?.gustKmh ?? null,
  windDirectionDeg: wind?.directionDeg ?? null,
})

function noteLeftOut({ stationId }: StationReport, metar: Metar, discard: Discard): void {
  for (const group of metar.unread) {
    discard(`METAR of ${stationId}`, `${group} is no group we know`, 'unknown-code')
  }
  for (const what of metar.contradictions) {
    discard(`METAR: ${what}`, 'is stated twice, and differently')
  }
}

const DERIVED = [
  'apparentTemperatureC',
  'relativeHumidityPct',
  'pressureMslHpa',
  'cloudCoverPct',
  'isDay',
] as const

function computedFrom(
  { wind }: Metar,
  temperatureC: number | null,
  dewPointC: number | null,
  discard: Discard,
) {
  const isDewPossible = temperatureC === null || dewPointC === null || dewPointC <= temperatureC
  if (!isDewPossible) discard('METAR: dew point', `${dewPointC} °C is above the temperature`)
  const relativeHumidityPct =
    temperatureC !== null && dewPointC !== null && isDewPossible
      ? rounded(relativeHumidity(temperatureC, dewPointC))
      : null
  const windSpeedKmh = wind?.speedKmh ?? null
  return {
    relativeHumidityPct,
    apparentTemperatureC: apparentTemperature({ temperatureC, relativeHumidityPct, windSpeedKmh }),
  }
}

/** Tenths, unless they contradict the whole degrees. */
function exactest(tenths: number | undefined, whole: number | undefined): number | null {
  const isSound = whole === undefined || Math.abs((tenths ?? whole) - whole) <= MAX_ROUNDING_C
  return (isSound ? tenths : undefined) ?? whole ?? null
}

/** As reported; else the altimeter setting, where the station is low enough. */
function pressureOf({ elevationM }: StationReport, metar: Metar, discard: Discard) {
  const altimeterHpa = altimeterHpaOf(metar, discard)
  const seaLevelHpa = seaLevelHpaOf(metar, altimeterHpa)
  const qnhHpa = (elevationM ?? Infinity) < QNH_BELOW_M ? altimeterHpa : undefined
  return { pressureMslHpa: seaLevelHpa ?? qnhHpa ?? null, isReported: seaLevelHpa !== null }
}

/** Undefined beyond what has ever been measured at sea level. */
function altimeterHpaOf({ qnhHpa }: Metar, discard: Discard): number | undefined {
  if (qnhHpa === undefined || (qnhHpa >= 870 && qnhHpa <= 1090)) return qnhHpa
  discard('METAR: altimeter setting', `${qnhHpa} hPa is not between 870 and 1090`)
  return undefined
}

/** Of 914.8 and 1014.8 hPa, which the same digits stand for, the one nearer to the altimeter setting. */
function seaLevelHpaOf(
  { remarks: { seaLevelDigits } }: Metar,
  qnhHpa: number | undefined,
): number | null {
  if (seaLevelDigits === undefined) return null
  const [low, high] = [900 + seaLevelDigits / 10, 1000 + seaLevelDigits / 10]
  const isLow = qnhHpa === undefined ? seaLevelDigits >= 500 : qnhHpa - low < high - qnhHpa
  return rounded(isLow ? low : high)
}
