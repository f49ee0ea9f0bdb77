import { DAY_MS, HOUR_MS, floorTo } from './numbers.ts'

export interface SunTimes {
  readonly kind: 'normal' | 'polar-day' | 'polar-night'
  readonly sunriseMs: number | null
  readonly sunsetMs: number | null
}

interface SolarPosition {
  readonly declination: number
  readonly equationOfTimeHours: number
}

const RADIANS = Math.PI / 180
const J2000_MS = Date.UTC(2000, 0, 1, 12)
/** The upper rim shows, and the air bends the light, while the centre is this far below. */
const SUNRISE_ELEVATION_DEGREES = -0.833
const REMEMBERED_HOURS = 4000

const positions = new Map<number, SolarPosition>()

function solarPosition(atMs: number): SolarPosition {
  const hour = Math.floor(atMs / HOUR_MS)
  const known = positions.get(hour)
  if (known) return known
  const days = (hour * HOUR_MS - J2000_MS) / DAY_MS
  const anomaly = (357.529 + 0.98560028 * days) * RADIANS
  const meanLongitude = 280.459 + 0.98564736 * days
  const longitude =
    (meanLongitude + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * RADIANS
  const tilt = 23.439 * RADIANS
  const ascension = Math.atan2(Math.cos(tilt) * Math.sin(longitude), Math.cos(longitude)) / RADIANS
  const difference = meanLongitude - ascension
  const position = {
    declination: Math.asin(Math.sin(tilt) * Math.sin(longitude)),
    equationOfTimeHours: (difference - 360 * Math.round(difference / 360)) / 15,
  }
  if (positions.size > REMEMBERED_HOURS) positions.clear()
  positions.set(hour, position)
  return position
}

export const solarHour = (longitude: number, atMs: number): number =>
  (((atMs / HOUR_MS) % 24) + longitude / 15 + 24) % 24

/** Sine of the sun's height: 1 overhead, 0 at the horizon, negative at night. */
export function sunHeight(latitude: number, longitude: number, atMs: number): number {
  const { declination, equationOfTimeHours } = solarPosition(atMs)
  const hourAngle = (solarHour(longitude, atMs) + equationOfTimeHours - 12) * 15 * RADIANS
  const phi = latitude * RADIANS
  return (
    Math.sin(phi) * Math.sin(declination) +
    Math.cos(phi) * Math.cos(declination) * Math.cos(hourAngle)
  )
}

export const isSunUp = (height: number): boolean =>
  height > Math.sin(SUNRISE_ELEVATION_DEGREES * RADIANS)

/** Sunrise and sunset around the solar noon that falls into the day beginning at `dayStartMs`. */
export function sunTimes(latitude: number, longitude: number, dayStartMs: number): SunTimes {
  const { equationOfTimeHours } = solarPosition(dayStartMs + DAY_MS / 2)
  const utcNoonMs = floorTo(dayStartMs, DAY_MS) + DAY_MS / 2
  let noonMs = utcNoonMs - (longitude / 15 + equationOfTimeHours) * HOUR_MS
  while (noonMs < dayStartMs) noonMs += DAY_MS
  while (noonMs >= dayStartMs + DAY_MS) noonMs -= DAY_MS
  const { declination } = solarPosition(noonMs)
  const phi = latitude * RADIANS
  const cosine =
    (Math.sin(SUNRISE_ELEVATION_DEGREES * RADIANS) - Math.sin(phi) * Math.sin(declination)) /
    (Math.cos(phi) * Math.cos(declination))
  if (cosine >= 1) return { kind: 'polar-night', sunriseMs: null, sunsetMs: null }
  if (cosine <= -1) return { kind: 'polar-day', sunriseMs: null, sunsetMs: null }
  const halfDayMs = (Math.acos(cosine) / RADIANS / 15) * HOUR_MS
  return { kind: 'normal', sunriseMs: noonMs - halfDayMs, sunsetMs: noonMs + halfDayMs }
}
