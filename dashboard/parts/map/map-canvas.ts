import { FRESHNESS, type Freshness } from '../../../domain/weather/freshness.ts'
import { equalEarth, type Project } from '../../logic/equal-earth.ts'
import {
  dotsOf,
  nearestDot,
  paintDots,
  pixelOf,
  within,
  zoomed,
  type CityColumns,
  type Dots,
  type View,
} from '../../logic/map-dots.ts'
import type { Ring } from '../../logic/rings.ts'
import { landPaths, landRings, type Detail, type LandPaths } from './land.ts'

const REACH_PX = 14
/** From here on the coarse outline shows its corners. */
const NEAR = 3

/** Draws cities on a canvas: land as a path, dots as one picture. */
export class MapCanvas {
  readonly #canvas: HTMLCanvasElement
  readonly #rings = new Map<Detail, readonly Ring[]>()
  #columns: CityColumns = { id: [], lat: [], lon: [] }
  #classes = new Uint8Array()
  #hidden: ReadonlySet<Freshness> = new Set()
  #dots: Dots | undefined
  #land: LandPaths | undefined
  #view: View = { scale: 1, x: 0, y: 0 }
  #isAsked = false

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas
  }

  setCities(columns: CityColumns): void {
    this.#columns = columns
    this.#dots = undefined
    this.draw()
  }

  setClasses(classes: Uint8Array<ArrayBuffer>): void {
    this.#classes = classes
    this.draw()
  }

  setHidden(hidden: ReadonlySet<Freshness>): void {
    this.#hidden = hidden
    this.draw()
  }

  /** To the width that there is; the density of the screen counts. */
  resize(): void {
    const { clientWidth, clientHeight } = this.#canvas
    const ratio = devicePixelRatio
    this.#canvas.width = Math.round(clientWidth * ratio)
    this.#canvas.height = Math.round(clientHeight * ratio)
    this.#dots = undefined
    this.#land = undefined
    this.#view = within(this.#view, this.#canvas)
    this.draw()
  }

  zoomBy(factor: number, at?: { readonly x: number; readonly y: number }): void {
    const { width, height } = this.#canvas
    this.#view = zoomed(this.#view, factor, at ?? { x: width / 2, y: height / 2 }, this.#canvas)
    this.draw()
  }

  moveBy(x: number, y: number): void {
    const { scale, x: left, y: top } = this.#view
    this.#view = within({ scale, x: left + x, y: top + y }, this.#canvas)
    this.draw()
  }

  /** In pixels of the canvas. */
  cityAt(x: number, y: number): number | undefined {
    const reach = REACH_PX * devicePixelRatio
    return this.#dots && nearestDot(this.#dots, this.#view, { x, y, reach })
  }

  /** At the next frame, however often it is asked for. */
  draw(): void {
    if (this.#isAsked) return
    this.#isAsked = true
    requestAnimationFrame(() => {
      this.#isAsked = false
      this.#paint()
    })
  }

  /** Nearer by the finer one, as soon as it is there. */
  #landNow(project: Project): LandPaths | undefined {
    const wanted = this.#view.scale > NEAR ? 'fine' : 'coarse'
    if (!this.#rings.has(wanted)) void this.#ask(wanted)
    const detail = this.#rings.has(wanted) ? wanted : 'coarse'
    const rings = this.#rings.get(detail)
    if (rings && this.#land?.detail !== detail) this.#land = landPaths(detail, rings, project)
    return this.#land
  }

  async #ask(detail: Detail): Promise<void> {
    const rings = await landRings(detail)
    if (this.#rings.has(detail)) return
    this.#rings.set(detail, rings)
    this.draw()
  }

  #paint(): void {
    const { width, height } = this.#canvas
    const context = this.#canvas.getContext('2d', { willReadFrequently: true })
    if (!context || width === 0 || height === 0) return
    const project = equalEarth(width, height)
    const land = this.#landNow(project)
    this.#dots ??= dotsOf(this.#columns, project)
    const style = getComputedStyle(this.#canvas)
    const colour = (name: string) => style.getPropertyValue(`--${name}`)
    const { scale, x, y } = this.#view
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.fillStyle = colour('surface')
    context.fillRect(0, 0, width, height)
    if (!land) return
    context.setTransform(scale, 0, 0, scale, x, y)
    context.save()
    context.clip(land.sphere)
    context.fillStyle = colour('land')
    context.fill(land.ground)
    context.restore()
    context.setTransform(1, 0, 0, 1, 0, 0)
    this.#paintDots(context, this.#dots, colour)
    this.#canvas.dataset['land'] = land.detail
  }

  #paintDots(
    context: CanvasRenderingContext2D,
    dots: Dots,
    colour: (name: string) => string,
  ): void {
    const { width, height } = this.#canvas
    if (this.#classes.length !== dots.ids.length) return
    const image = context.getImageData(0, 0, width, height)
    paintDots(dots, this.#classes, {
      pixels: new Uint32Array(image.data.buffer),
      width,
      height,
      view: this.#view,
      size: dotSize(dots.ids.length, this.#view.scale),
      colours: FRESHNESS.map((name) => (this.#hidden.has(name) ? 0 : pixelOf(colour(name)))),
    })
    context.putImageData(image, 0, 0)
    this.#canvas.dataset['drawn'] = String(dots.ids.length)
  }
}

/** Few cities are larger dots; near by all are. */
function dotSize(cities: number, scale: number): number {
  const size = cities > 20_000 ? 1.5 : cities > 2_000 ? 2.5 : 5
  return Math.max(1, Math.round((size + Math.log2(scale)) * devicePixelRatio))
}
