import type { Conditions } from '../../domain/reading.ts'
import { CELSIUS, DEGREES, HPA, KM, KMH, MM, PERCENT, valueIn } from './quantity.ts'
import { skyOfText } from './sky.ts'
import type { CloudLayers, ObservationAnswer } from './wire.ts'

/** The middle of the eighths of sky each word stands for. */
const COVER_PCT: Readonly<Record<string, number>> = {
  SKC: 0,
  CLR: 0,
  FEW: 19,
  SCT: 44,
  BKN: 75,
  OVC: 100,
  VV: 100,
}

export function toConditions({ properties: said }: ObservationAnswer, fetchedAt: Date): Conditions {
  const temperatureC = valueIn(CELSIUS, 'temperature', said.temperature)
  const feltC =
    valueIn(CELSIUS, 'heatIndex', said.heatIndex) ?? valueIn(CELSIUS, 'windChill', said.windChill)
  const seaLevelHpa = valueIn(HPA, 'seaLevelPressure', said.seaLevelPressure)
  // Stations give the altimeter setting here: reduced to sea level by the standard atmosphere.
  const altimeterHpa = valueIn(HPA, 'barometricPressure', said.barometricPressure)
  const cloudCoverPct = cloudCoverOf(said.cloudLayers)
  const windSpeedKmh = valueIn(KMH, 'windSpeed', said.windSpeed)
  const precipitationMm = valueIn(MM, 'precipitationLastHour', said.precipitationLastHour)
  const sky = skyOfText(said.textDescription)
  return {
    provider: 'nws',
    fetchedAt,
    validAt: new Date(said.timestamp),
    basis: 'observed',
    temperatureC,
    apparentTemperatureC: feltC ?? temperatureC,
    relativeHumidityPct: valueIn(PERCENT, 'relativeHumidity', said.relativeHumidity),
    pressureMslHpa: seaLevelHpa ?? altimeterHpa,
    visibilityKm: valueIn(KM, 'visibility', said.visibility),
    uvIndex: null,
    windSpeedKmh,
    windGustKmh: valueIn(KMH, 'windGust', said.windGust),
    // A calm reports direction 0; true north is 360.
    windDirectionDeg:
      windSpeedKmh === 0 ? null : valueIn(DEGREES, 'windDirection', said.windDirection),
    cloudCoverPct,
    precipitationMm,
    precipitationWindowMinutes: precipitationMm === null ? null : -60,
    condition: sky?.condition ?? null,
    intensity: sky?.intensity ?? null,
    isDay: isDayOf(said.icon),
    sunriseAt: null,
    sunsetAt: null,
    derived: [
      ...(feltC === null && temperatureC !== null ? ['apparentTemperatureC'] : []),
      ...(seaLevelHpa === null && altimeterHpa !== null ? ['pressureMslHpa'] : []),
      ...(cloudCoverPct === null ? [] : ['cloudCoverPct']),
    ],
  }
}

function cloudCoverOf(layers: CloudLayers | null | undefined): number | null {
  const covers = (layers ?? []).flatMap(({ amount }) => COVER_PCT[amount ?? ''] ?? [])
  return covers.length === 0 ? null : Math.max(...covers)
}

/** Icons are addresses such as `…/icons/land/day/snow`. */
function isDayOf(icon: string | null | undefined): boolean | null {
  const half = /\/(day|night)\//.exec(icon ?? '')?.[1]
  return half === undefined ? null : half === 'day'
}
