import {
  distanceKm,
  isRepresentative,
  STATION_LIMITS,
  type Site,
  type StationLimits,
} from '../../../domain/weather/station-distance.ts'
import { startOf } from './metar/report-start.ts'
import type { StationReport } from './station-report.ts'

/** A station in the reach of a place, with its reports in the order in which they count. */
export interface NearStation {
  readonly id: string
  readonly distanceKm: number
  /** Within the limits that put it before the models; of a height that is known, as is the place's. */
  readonly isClose: boolean
  readonly reports: readonly StationReport[]
}

/** Such a station stands within the city or at its airport. */
const CLOSE: StationLimits = { distanceKm: 20, heightM: 150 }

/** The nearest stand for the place; beyond these a report is hardly missing from all. */
const MAX_STATIONS = 5

/** `SPECI COR KJFK 080351Z COR AUTO`, and one more. */
const MAX_START_GROUPS = 7

/** No degree of latitude is shorter than this. */
const KM_PER_DEGREE = 110.5

const REACH_DEGREES = STATION_LIMITS.distanceKm / KM_PER_DEGREE

/** Reports by place, so that a thousand cities are not compared with every station of the world. */
export class StationIndex {
  readonly #byDegree = new Map<number, StationReport[][]>()

  constructor(reports: readonly StationReport[]) {
    for (const ofStation of byStation(reports)) {
      const [newest] = ofStation.sort(newestFirst)
      if (!newest) continue
      const degree = Math.floor(newest.latitude)
      const stations = this.#byDegree.get(degree)
      if (stations) stations.push(ofStation)
      else this.#byDegree.set(degree, [ofStation])
    }
  }

  /** The stations that may stand for the place: close ones first, then by distance and height. */
  near(place: Site): NearStation[] {
    const from = Math.floor(place.latitude - REACH_DEGREES)
    const to = Math.floor(place.latitude + REACH_DEGREES)
    const stations: (NearStation & { readonly remoteness: number })[] = []
    for (let degree = from; degree <= to; degree += 1) {
      for (const reports of this.#byDegree.get(degree) ?? []) {
        const [station] = reports
        if (!station || !isRepresentative(station, place)) continue
        const isClose = isHeightKnown(station, place) && isRepresentative(station, place, CLOSE)
        const remoteness = remotenessOf(station, place) + (isClose ? 0 : FAR)
        const km = distanceKm(station, place)
        stations.push({ id: station.stationId, distanceKm: km, isClose, reports, remoteness })
      }
    }
    return stations.sort((a, b) => a.remoteness - b.remoteness).slice(0, MAX_STATIONS)
  }
}

function byStation(reports: readonly StationReport[]): StationReport[][] {
  const stations = new Map<string, StationReport[]>()
  for (const report of reports) {
    const others = stations.get(report.stationId)
    if (others) others.push(report)
    else stations.set(report.stationId, [report])
  }
  return [...stations.values()]
}

/** More than distance and height together can come to. */
const FAR = 2

/** An airport on a plateau above its city may be a thousand metres higher. */
const isHeightKnown = (station: Site, place: Site): boolean =>
  station.elevationM !== null && place.elevationM !== null

/** Distance and height, each as a share of its limit. */
function remotenessOf(station: Site, place: Site): number {
  const isKnown = station.elevationM !== null && place.elevationM !== null
  const heightM = isKnown ? Math.abs(station.elevationM - place.elevationM) : 0
  return distanceKm(station, place) / STATION_LIMITS.distanceKm + heightM / STATION_LIMITS.heightM
}

/** The newest report wins; of the same moment the last correction. */
function newestFirst(a: StationReport, b: StationReport): number {
  const later = b.observedAt.getTime() - a.observedAt.getTime()
  return later !== 0 ? later : correctionOf(b) - correctionOf(a)
}

function correctionOf({ text, isCorrected }: StationReport): number {
  const said = startOf(text.trim().split(/\s+/, MAX_START_GROUPS))?.correction ?? 0
  return Math.max(said, isCorrected ? 1 : 0)
}
