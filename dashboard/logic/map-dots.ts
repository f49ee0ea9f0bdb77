import type { Project } from './equal-earth.ts'

/** The answers of the API, in columns. */
export interface CityColumns {
  readonly id: readonly number[]
  readonly lat: readonly number[]
  readonly lon: readonly number[]
}

export interface Dots {
  readonly ids: Int32Array
  /** x and y of each, in the units of the projection. */
  readonly xy: Float32Array
}

export function dotsOf({ id, lat, lon }: CityColumns, project: Project): Dots {
  const ids = new Int32Array(id.length)
  const xy = new Float32Array(2 * id.length)
  let last = 0
  for (let index = 0; index < id.length; index++) {
    last += id[index] ?? 0
    ids[index] = last
    const [x, y] = project((lon[index] ?? 0) / 100, (lat[index] ?? 0) / 100)
    xy[2 * index] = x
    xy[2 * index + 1] = y
  }
  return { ids, xy }
}

/** Where the view is: a point of the projection times `scale`, moved. */
export interface View {
  readonly scale: number
  readonly x: number
  readonly y: number
}

export interface Painting {
  readonly pixels: Uint32Array
  readonly width: number
  readonly height: number
  readonly view: View
  /** Side of a dot. */
  readonly size: number
  /** Of each class; zero leaves it out. */
  readonly colours: readonly number[]
}

/** Coprime to any number of cities there is. */
const STRIDE = 1_000_003

/** Dots in a fixed shuffle: in any other order one class would paint over the others. */
export function paintDots({ xy }: Dots, classes: Uint8Array, painting: Painting): void {
  const { pixels, width, height, view, size, colours } = painting
  const count = classes.length
  for (let step = 0, index = 0; step < count; step++, index = (index + STRIDE) % count) {
    const colour = colours[classes[index] ?? 0] ?? 0
    if (colour === 0) continue
    const left = Math.round((xy[2 * index] ?? 0) * view.scale + view.x - size / 2)
    const top = Math.round((xy[2 * index + 1] ?? 0) * view.scale + view.y - size / 2)
    if (left < 0 || top < 0 || left + size > width || top + size > height) continue
    for (let row = 0; row < size; row++) {
      const from = (top + row) * width + left
      pixels.fill(colour, from, from + size)
    }
  }
}

/** The city nearest to a point of the canvas, within `reach`; undefined where none is. */
export function nearestDot(
  { xy, ids }: Dots,
  view: View,
  at: { readonly x: number; readonly y: number; readonly reach: number },
): number | undefined {
  let best = at.reach * at.reach
  let found: number | undefined
  for (let index = 0; index < ids.length; index++) {
    const x = (xy[2 * index] ?? 0) * view.scale + view.x - at.x
    const y = (xy[2 * index + 1] ?? 0) * view.scale + view.y - at.y
    const distance = x * x + y * y
    if (distance > best) continue
    best = distance
    found = ids[index]
  }
  return found
}

const MAX_SCALE = 40

/** Nearer or farther around a point, which stays where it is; never smaller than the whole. */
export function zoomed(
  view: View,
  factor: number,
  at: { readonly x: number; readonly y: number },
  size: { readonly width: number; readonly height: number },
): View {
  const scale = Math.min(MAX_SCALE, Math.max(1, view.scale * factor))
  const by = scale / view.scale
  return within({ scale, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by }, size)
}

/** Keeps the world in the picture. */
export function within(
  { scale, x, y }: View,
  { width, height }: { readonly width: number; readonly height: number },
): View {
  const clamp = (value: number, least: number) => Math.min(0, Math.max(least, value))
  return { scale, x: clamp(x, width * (1 - scale)), y: clamp(y, height * (1 - scale)) }
}

/** `#rrggbb` as a pixel of image data on a little-endian machine, opaque. */
export function pixelOf(colour: string): number {
  const rgb = Number.parseInt(colour.trim().slice(1), 16)
  const [red, green, blue] = [(rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255]
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0
}
