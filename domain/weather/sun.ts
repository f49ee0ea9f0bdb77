import { DAY_MS, MINUTE_MS } from '../time/durations.ts'

export interface Position {
  /** Degrees, north positive. */
  readonly latitude: number
  /** Degrees, east positive. */
  readonly longitude: number
}

const RADIANS = Math.PI / 180
const J2000_MS = Date.UTC(2000, 0, 1, 12)
const DAYS_PER_CENTURY = 36_525
const MINUTES_PER_DAY = 1440

/**
 * The centre of the sun is this far below the horizon at sunrise and sunset: its radius and the
 * refraction of the air, as almanacs count them.
 */
const SUNRISE_ELEVATION_DEG = -0.833

/** Whether the sun is above the horizon there, by the definition of sunrise and sunset. */
export const isSunUp = (position: Position, at: Date): boolean =>
  sunElevationDeg(position, at) > SUNRISE_ELEVATION_DEG

/**
 * Height of the sun's centre above the horizon in degrees, −90 to 90, without refraction; right
 * to 0.05° from 1950 to 2100. NOAA's solar calculator, after Meeus, Astronomical Algorithms, ch. 25.
 */
export function sunElevationDeg({ latitude, longitude }: Position, at: Date): number {
  const { declinationDeg, equationOfTimeMinutes } = sunAt(at)
  const utcMinutes = (at.getTime() % DAY_MS) / MINUTE_MS
  const solarMinutes = utcMinutes + equationOfTimeMinutes + 4 * longitude
  const hourAngleDeg = (solarMinutes / MINUTES_PER_DAY) * 360 - 180
  const sine =
    sin(latitude) * sin(declinationDeg) + cos(latitude) * cos(declinationDeg) * cos(hourAngleDeg)
  return Math.asin(Math.min(1, Math.max(-1, sine))) / RADIANS
}

interface SunAt {
  readonly declinationDeg: number
  /** True minus mean solar time. */
  readonly equationOfTimeMinutes: number
}

function sunAt(at: Date): SunAt {
  const t = (at.getTime() - J2000_MS) / DAY_MS / DAYS_PER_CENTURY
  const meanLongitudeDeg = 280.46646 + t * (36_000.76983 + t * 0.0003032)
  const meanAnomalyDeg = 357.52911 + t * (35_999.05029 - t * 0.0001537)
  const eccentricity = 0.016708634 - t * (0.000042037 + t * 0.0000001267)
  const centreDeg =
    sin(meanAnomalyDeg) * (1.914602 - t * (0.004817 + t * 0.000014)) +
    sin(2 * meanAnomalyDeg) * (0.019993 - t * 0.000101) +
    sin(3 * meanAnomalyDeg) * 0.000289
  const nodeDeg = 125.04 - 1934.136 * t
  const apparentLongitudeDeg = meanLongitudeDeg + centreDeg - 0.00569 - 0.00478 * sin(nodeDeg)
  const obliquityDeg = 23.439291 - t * 0.0130042 + 0.00256 * cos(nodeDeg)
  const y = Math.tan((obliquityDeg / 2) * RADIANS) ** 2
  const equationOfTime =
    y * sin(2 * meanLongitudeDeg) -
    2 * eccentricity * sin(meanAnomalyDeg) +
    4 * eccentricity * y * sin(meanAnomalyDeg) * cos(2 * meanLongitudeDeg) -
    0.5 * y * y * sin(4 * meanLongitudeDeg) -
    1.25 * eccentricity * eccentricity * sin(2 * meanAnomalyDeg)
  return {
    declinationDeg: Math.asin(sin(obliquityDeg) * sin(apparentLongitudeDeg)) / RADIANS,
    equationOfTimeMinutes: (4 * equationOfTime) / RADIANS,
  }
}

const sin = (degrees: number): number => Math.sin(degrees * RADIANS)

const cos = (degrees: number): number => Math.cos(degrees * RADIANS)
