import type { MapCanvas } from './map-canvas.ts'

interface Pointed {
  readonly point: (cityId: number | undefined) => void
  readonly open: (cityId: number) => void
}

interface Place {
  readonly x: number
  readonly y: number
}

const CLICK_PX = 4
/** Names are asked of the API: only for where the pointer rests. */
const REST_MS = 120
const WHEEL_STEP = 1.2

/** Wheel, drag, pinch and click. Answers how to stop. */
export function watchPointer(
  canvas: HTMLCanvasElement,
  map: MapCanvas,
  pointed: Pointed,
): () => void {
  const abort = new AbortController()
  const gestures = new Gestures(map, pointed)
  const heard = {
    wheel: (event: WheelEvent, at: Place) => {
      // Without a key the wheel scrolls the page, as everywhere.
      if (!event.ctrlKey && !event.metaKey && !event.altKey) return
      event.preventDefault()
      map.zoomBy(event.deltaY < 0 ? WHEEL_STEP : 1 / WHEEL_STEP, at)
    },
    pointerdown: ({ pointerId }: PointerEvent, at: Place) => {
      gestures.press(pointerId, at)
      canvas.setPointerCapture(pointerId)
    },
    pointermove: ({ pointerId }: PointerEvent, at: Place) => gestures.move(pointerId, at),
    pointerup: ({ pointerId }: PointerEvent, at: Place) => gestures.release(pointerId, at),
    pointercancel: ({ pointerId }: PointerEvent) => gestures.lose(pointerId),
    pointerleave: ({ pointerId }: PointerEvent) => gestures.lose(pointerId),
  }
  for (const [name, hear] of Object.entries(heard)) {
    canvas.addEventListener(
      name,
      (event) =>
        (hear as (event: Event, at: Place) => void)(event, placeOf(canvas, event as PointerEvent)),
      { signal: abort.signal, passive: false },
    )
  }
  return () => {
    gestures.rest()
    abort.abort()
  }
}

/** In pixels of the canvas. */
function placeOf(canvas: HTMLCanvasElement, { clientX, clientY }: MouseEvent): Place {
  const { left, top } = canvas.getBoundingClientRect()
  const ratio = canvas.width / Math.max(1, canvas.clientWidth)
  return { x: (clientX - left) * ratio, y: (clientY - top) * ratio }
}

/** What pointers that are down do to the map, and which city one rests on. */
class Gestures {
  readonly #map: MapCanvas
  readonly #pointed: Pointed
  readonly #held = new Map<number, Place>()
  #moved = 0
  #resting: ReturnType<typeof setTimeout> | undefined

  constructor(map: MapCanvas, pointed: Pointed) {
    this.#map = map
    this.#pointed = pointed
  }

  press(pointer: number, at: Place): void {
    this.#held.set(pointer, at)
    this.#moved = 0
  }

  move(pointer: number, at: Place): void {
    this.rest()
    const before = this.#held.get(pointer)
    if (!before) {
      this.#resting = setTimeout(() => {
        this.#pointed.point(this.#map.cityAt(at.x, at.y))
      }, REST_MS)
      return
    }
    const spreadBefore = this.#spread()
    this.#held.set(pointer, at)
    this.#moved += Math.abs(at.x - before.x) + Math.abs(at.y - before.y)
    if (this.#held.size > 1) this.#map.zoomBy(this.#spread() / Math.max(1, spreadBefore), at)
    else this.#map.moveBy(at.x - before.x, at.y - before.y)
  }

  release(pointer: number, at: Place): void {
    this.lose(pointer)
    const city = this.#moved < CLICK_PX ? this.#map.cityAt(at.x, at.y) : undefined
    if (city !== undefined) this.#pointed.open(city)
  }

  lose(pointer: number): void {
    this.#held.delete(pointer)
  }

  rest(): void {
    clearTimeout(this.#resting)
  }

  #spread(): number {
    const [one, other] = [...this.#held.values()]
    return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0
  }
}
