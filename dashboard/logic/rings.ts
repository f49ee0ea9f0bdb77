/** Longitudes and latitudes. */
export type Ring = readonly (readonly [number, number])[]

const HALF = 180
const WHOLE = 360

/** The edge of the world as this projection shows it. */
export const SPHERE: Ring = [
  ...Array.from({ length: 181 }, (_, index) => [-HALF, index - 90] as const),
  ...Array.from({ length: 181 }, (_, index) => [HALF, 90 - index] as const),
]

/** Of hundredths of a degree, each as what it adds to the one before. */
export function ringOf(steps: readonly number[]): Ring {
  let [longitude, latitude] = [0, 0]
  const ring: [number, number][] = []
  for (let index = 0; index < steps.length; index += 2) {
    longitude += steps[index] ?? 0
    latitude += steps[index + 1] ?? 0
    ring.push([longitude / 100, latitude / 100])
  }
  return ring
}

/**
 * Rings as they can be drawn on a map that ends at 180°: without jumps from one edge to the other.
 * One that crosses an edge is drawn on both sides; one around a pole goes along it.
 */
export function drawableRings(ring: Ring): Ring[] {
  const [whole, turn] = unwrapped(ring)
  const pole = (whole.at(-1)?.[1] ?? 0) < 0 ? -90 : 90
  const [first] = whole
  const last = whole.at(-1)
  if (!first || !last) return []
  const closed = turn === 0 ? whole : ([...whole, [last[0], pole], [first[0], pole]] as Ring)
  const longitudes = closed.map(([longitude]) => longitude)
  return [
    closed,
    ...(Math.max(...longitudes) > HALF ? [moved(closed, -WHOLE)] : []),
    ...(Math.min(...longitudes) < -HALF ? [moved(closed, WHOLE)] : []),
  ]
}

const moved = (ring: Ring, by: number): Ring =>
  ring.map(([longitude, latitude]) => [longitude + by, latitude] as const)

/** With longitudes that go on beyond 180°, and by how much the end is away from the beginning. */
function unwrapped(ring: Ring): [Ring, number] {
  let offset = 0
  const points = ring.map(([longitude, latitude], index) => {
    const before = ring[index - 1]?.[0] ?? longitude
    if (longitude - before > HALF) offset -= WHOLE
    else if (before - longitude > HALF) offset += WHOLE
    return [longitude + offset, latitude] as const
  })
  return [points, offset]
}
