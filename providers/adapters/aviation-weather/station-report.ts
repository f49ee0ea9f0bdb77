import type { Site } from '../../../domain/weather/station-distance.ts'

/** One report as the service carries it, its text not yet read. */
export interface StationReport extends Site {
  readonly stationId: string
  readonly observedAt: Date
  readonly isCorrected: boolean
  /** The report as the station sent it. */
  readonly text: string
}

/** What an answer says of a report; null where it says nothing that can be read. */
export interface SaidReport {
  readonly stationId: string
  readonly observedAt: Date | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly elevationM: number | null
  readonly isCorrected: boolean
  readonly text: string
}

/** Part of an address. */
const STATION_ID = /^[A-Z][A-Z0-9]{3}$/

/** The Dead Sea lies at −430 m, the highest airport at 4411 m. */
const ELEVATION_M = [-500, 6000] as const

/** Undefined without a name, a time, or a place on Earth; unknown positions come as −99.99. */
export function reportOf(said: SaidReport): StationReport | undefined {
  const { stationId, observedAt, latitude, longitude, elevationM } = said
  if (!STATION_ID.test(stationId) || !observedAt) return undefined
  if (latitude === null || longitude === null) return undefined
  const isUnknown = isSentinel(latitude) && isSentinel(longitude)
  if (isUnknown || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined
  return { ...said, observedAt, latitude, longitude, elevationM: soundElevationM(elevationM) }
}

const isSentinel = (degrees: number): boolean => Math.abs(degrees + 99.99) < 0.01

function soundElevationM(elevationM: number | null): number | null {
  const [lowest, highest] = ELEVATION_M
  return elevationM !== null && elevationM >= lowest && elevationM <= highest ? elevationM : null
}
