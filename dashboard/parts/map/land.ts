import coarse from 'virtual:land-110m'
import fine from 'virtual:land-50m'
import type { Project } from '../../logic/equal-earth.ts'
import { drawableRings, ringOf, SPHERE, type Ring } from '../../logic/rings.ts'

/** The second is for near by. */
const URLS = { coarse, fine }

export type Detail = keyof typeof URLS

const asked = new Map<Detail, Promise<readonly Ring[]>>()

/** The land of Natural Earth, each detail asked for once; where it does not come, the next drawing asks again. */
export function landRings(detail: Detail): Promise<readonly Ring[]> {
  const known = asked.get(detail)
  if (known) return known
  const rings = fetch(URLS[detail])
    .then((answer) => answer.json() as Promise<number[][]>)
    .then((all) => all.map(ringOf).flatMap(drawableRings))
  asked.set(detail, rings)
  rings.catch(() => asked.delete(detail))
  return rings
}

export interface LandPaths {
  readonly detail: Detail
  readonly ground: Path2D
  readonly sphere: Path2D
}

export const landPaths = (detail: Detail, rings: readonly Ring[], project: Project): LandPaths => ({
  detail,
  ground: pathOf(rings, project),
  sphere: pathOf([SPHERE], project),
})

function pathOf(all: readonly Ring[], project: Project): Path2D {
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
