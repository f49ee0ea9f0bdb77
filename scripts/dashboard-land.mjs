// The land that the dashboard's map draws: rings of Natural Earth, made ready before any browser asks.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'

const HUNDREDTHS = 100

/** Of `110m`, or of `50m` for a nearer look: each ring as longitudes and latitudes in hundredths of a degree, each as what it adds to the one before. */
export function landRings(detail) {
  const path = createRequire(import.meta.url).resolve(`world-atlas/land-${detail}.json`)
  const world = JSON.parse(readFileSync(path, 'utf8'))
  const { features } = feature(world, world.objects.land)
  const rings = features.flatMap(({ geometry }) => geometry.coordinates.flat())
  return JSON.stringify(rings.map(stepsOf))
}

function stepsOf(ring) {
  let before = [0, 0]
  return ring.flatMap((point) => {
    const here = point.map((degrees) => Math.round(degrees * HUNDREDTHS))
    const steps = here.map((value, axis) => value - before[axis])
    before = here
    return steps
  })
}
