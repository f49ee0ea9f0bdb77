/** How far apart in space and time two values of a field have to be to know nothing of each other. */
export interface NoiseField {
  readonly salt: number
  readonly cellDegrees: number
  readonly cellHours: number
}

/** A number in [0, 1) that depends on nothing but its arguments. */
export function hash(x: number, y: number, z: number, salt: number): number {
  let h =
    Math.imul(x, 0x27d4eb2d) ^
    Math.imul(y, 0x165667b1) ^
    Math.imul(z, 0x9e3779b1) ^
    Math.imul(salt, 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39)
  return ((h ^ (h >>> 15)) >>> 0) / 2 ** 32
}

const ease = (t: number): number => t * t * (3 - 2 * t)
const mix = (a: number, b: number, t: number): number => a + (b - a) * t

/** Smooth noise in [0, 1): near places and near moments get near values. */
export function smoothNoise(
  field: NoiseField,
  latitude: number,
  longitude: number,
  hours: number,
  seed: number,
): number {
  const y = (latitude + 90) / field.cellDegrees
  const x = (longitude + 180) / field.cellDegrees
  const z = hours / field.cellHours
  const y0 = Math.floor(y)
  const x0 = Math.floor(x)
  const z0 = Math.floor(z)
  // The world is round: the cell east of the last one is the first one.
  const columns = Math.round(360 / field.cellDegrees)
  const corner = {
    west: x0 % columns,
    east: (x0 + 1) % columns,
    south: y0,
    tx: ease(x - x0),
    ty: ease(y - y0),
    salt: field.salt * 7919 + seed,
  }
  return mix(plane(corner, z0), plane(corner, z0 + 1), ease(z - z0))
}

interface Corner {
  readonly west: number
  readonly east: number
  readonly south: number
  readonly tx: number
  readonly ty: number
  readonly salt: number
}

function plane({ west, east, south, tx, ty, salt }: Corner, moment: number): number {
  return mix(
    mix(hash(west, south, moment, salt), hash(east, south, moment, salt), tx),
    mix(hash(west, south + 1, moment, salt), hash(east, south + 1, moment, salt), tx),
    ty,
  )
}
