import { metresPerSecondToKmh, rounded } from '../../../../domain/weather/units.ts'

export interface Wind {
  readonly speedKmh: number | null
  readonly gustKmh: number | null
  /** Null in a calm, and where the direction varies. */
  readonly directionDeg: number | null
}

/** `P` stands for "more than"; the number is taken. */
const WIND = /^(\d{3}|VRB|\/{3})P?(\d{2,3}|\/\/)(?:GP?(\d{2,3}|\/\/))?(KT|MPS|KMH)$/

const KMH_PER_KNOT = 1.852

export function windOf(group: string): Wind | undefined {
  const [, direction = '', speed = '', gust = '', unit = ''] = WIND.exec(group) ?? []
  if (unit === '' || Number(direction) > 360) return undefined
  const speedKmh = kmhOf(speed, unit)
  const gustKmh = kmhOf(gust, unit)
  const isSouthToNorth = Number(direction) > 0
  return {
    speedKmh,
    gustKmh: gustKmh !== null && gustKmh >= (speedKmh ?? 0) ? gustKmh : null,
    // North is 360 in a report; 000 belongs to a calm.
    directionDeg: isSouthToNorth && speedKmh !== 0 ? Number(direction) : null,
  }
}

function kmhOf(digits: string, unit: string): number | null {
  if (!/^\d+$/.test(digits)) return null
  const value = Number(digits)
  if (unit === 'MPS') return rounded(metresPerSecondToKmh(value))
  return rounded(unit === 'KT' ? value * KMH_PER_KNOT : value)
}
