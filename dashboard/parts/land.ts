import { feature } from 'topojson-client'
import landUrl from 'world-atlas/land-110m.json?url'
import type { Project } from '../logic/equal-earth.ts'
import { drawableRings, type Ring } from '../logic/rings.ts'

type World = Parameters<typeof feature>[0]

let rings: Promise<Ring[]> | undefined

/** The land of Natural Earth, asked for once. */
export const landRings = (): Promise<Ring[]> =>
  (rings ??= fetch(landUrl)
    .then((answer) => answer.json() as Promise<World>)
    .then((world) => ringsOf(world).flatMap(drawableRings)))

function ringsOf(world: World): Ring[] {
  const { land } = world.objects
  if (!land) return []
  const found = feature(world, land)
  const features = found.type === 'FeatureCollection' ? found.features : [found]
  return features.flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? (geometry.coordinates.flat() as unknown as Ring[]) : [],
  )
}

export function pathOf(all: readonly Ring[], project: Project): Path2D {
  const path = new Path2D()
  for (const ring of all) {
    ring.forEach(([longitude, latitude], index) => {
      const [x, y] = project(longitude, latitude)
      if (index === 0) path.moveTo(x, y)
      else path.lineTo(x, y)
    })
    path.closePath()
  }
  return path
}
