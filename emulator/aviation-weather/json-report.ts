import { HOUR_MS, MINUTE_MS, round } from '../sky/numbers.ts'
import type { EmulatedReport } from './reports.ts'

const METRES_PER_MILE = 1609.344
const TEN_MILES_M = 10 * METRES_PER_MILE

/** One entry of the answer to `format=json`. */
export function jsonReport({ station, observedAtMs, seen, text }: EmulatedReport): unknown {
  const isAmerican = station.habit.startsWith('american')
  const degrees = (celsius: number): number => (isAmerican ? celsius : round(celsius))
  const lowest = seen.layers.at(-1)?.cover
  return {
    icaoId: station.id,
    receiptTime: new Date(observedAtMs + 3 * MINUTE_MS).toISOString(),
    obsTime: observedAtMs / 1000,
    // Rounded to the hour: not when it was observed.
    reportTime: new Date(Math.round(observedAtMs / HOUR_MS) * HOUR_MS).toISOString(),
    temp: degrees(seen.temperatureC),
    dewp: degrees(seen.dewPointC),
    wdir: seen.windDegrees ?? 'VRB',
    wspd: seen.windKt,
    ...(seen.gustKt !== null && { wgst: seen.gustKt }),
    visib: visibilityMiles(seen.visibilityM, isAmerican),
    altim: round(seen.pressureHpa, 1),
    ...(isAmerican && { slp: round(seen.pressureHpa, 1) }),
    qcField: isAmerican ? 4 : 16,
    ...(seen.present !== null && station.habit !== 'auto' && { wxString: seen.present }),
    metarType: 'METAR',
    rawOb: `METAR ${text}`,
    lat: station.place?.latitude ?? -99.99,
    lon: station.place?.longitude ?? -99.99,
    elev: station.elevationM,
    name: station.name,
    cover: seen.verticalVisibilityFt === null ? (lowest ?? 'CLR') : 'OVX',
    clouds: seen.layers.map(({ cover, baseFt }) => ({ cover, base: baseFt })),
    fltCat: 'VFR',
  }
}

/** Statute miles; the form says up to where its instruments see. */
export function visibilityMiles(metres: number, isAmerican: boolean): number | string {
  if (isAmerican && metres >= TEN_MILES_M) return '10+'
  if (!isAmerican && metres >= 10_000) return '6+'
  return round(metres / METRES_PER_MILE, 2)
}
