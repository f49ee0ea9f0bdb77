import type { Position } from './sun.ts'

/** A place or a station; its height above sea level may be unknown. */
export interface Site extends Position {
  readonly elevationM: number | null
}

/** How far a station may be from the place it stands for. */
export interface StationLimits {
  readonly distanceKm: number
  readonly heightM: number
}

/**
 * A surface station stands for an area of up to 100 km (WMO-No. 8, 1.1.2), so a radius of 50 km; the
 * margin is for cities that are themselves some 10 km wide. In the standard atmosphere 300 m of height
 * are 2 °C.
 */
export const STATION_LIMITS: StationLimits = { distanceKm: 60, heightM: 300 }

/** The mean radius of the Earth; the sphere errs by at most 0.6 %. */
const EARTH_RADIUS_KM = 6371.0088

const RADIANS = Math.PI / 180

/** Along the great circle, by the haversine formula, which is exact for short distances. */
export function distanceKm(a: Position, b: Position): number {
  const northward = halfSineSquared(b.latitude - a.latitude)
  const eastward = halfSineSquared(b.longitude - a.longitude)
  const shrunk = Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS)
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(northward + shrunk * eastward)))
}

const halfSineSquared = (degrees: number): number => Math.sin((degrees / 2) * RADIANS) ** 2

/** Whether what the station measures holds for the place; an unknown height leaves it to the distance. */
export function isRepresentative(
  station: Site,
  place: Site,
  { distanceKm: farthestKm, heightM }: StationLimits = STATION_LIMITS,
): boolean {
  if (distanceKm(station, place) > farthestKm) return false
  if (station.elevationM === null || place.elevationM === null) return true
  return Math.abs(station.elevationM - place.elevationM) <= heightM
}
