import type { MapCanvas } from './map-canvas.ts'

interface Pointed {
  readonly point: (cityId: number | undefined) => void
  readonly open: (cityId: number) => void
}

const CLICK_PX = 4
/** Names are asked of the API: only for where the pointer rests. */
const REST_MS = 120
const WHEEL_STEP = 1.2

/** Wheel, drag, pinch and click. Answers how to stop. */
export function watchPointer(
  canvas: HTMLCanvasElement,
  map: MapCanvas,
  { point, open }: Pointed,
): () => void {
  const abort = new AbortController()
  const { signal } = abort
  const held = new Map<number, { x: number; y: number }>()
  let moved = 0
  let resting: ReturnType<typeof setTimeout> | undefined
  const placeOf = ({ clientX, clientY }: MouseEvent) => {
    const { left, top } = canvas.getBoundingClientRect()
    const ratio = canvas.width / Math.max(1, canvas.clientWidth)
    return { x: (clientX - left) * ratio, y: (clientY - top) * ratio }
  }
  const spread = () => {
    const [one, other] = [...held.values()]
    return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0
  }

  canvas.addEventListener(
    'wheel',
    (event) => {
      // Without a key the wheel scrolls the page, as everywhere.
      if (!event.ctrlKey && !event.metaKey && !event.altKey) return
      event.preventDefault()
      map.zoomBy(event.deltaY < 0 ? WHEEL_STEP : 1 / WHEEL_STEP, placeOf(event))
    },
    { signal, passive: false },
  )
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      held.set(event.pointerId, placeOf(event))
      moved = 0
      canvas.setPointerCapture(event.pointerId)
    },
    { signal },
  )
  canvas.addEventListener(
    'pointermove',
    (event) => {
      const place = placeOf(event)
      const before = held.get(event.pointerId)
      clearTimeout(resting)
      if (!before) {
        resting = setTimeout(() => {
          point(map.cityAt(place.x, place.y))
        }, REST_MS)
        return
      }
      const spreadBefore = spread()
      held.set(event.pointerId, place)
      moved += Math.abs(place.x - before.x) + Math.abs(place.y - before.y)
      if (held.size > 1) map.zoomBy(spread() / Math.max(1, spreadBefore), place)
      else map.moveBy(place.x - before.x, place.y - before.y)
    },
    { signal },
  )
  canvas.addEventListener(
    'pointerup',
    (event) => {
      held.delete(event.pointerId)
      const place = placeOf(event)
      const city = moved < CLICK_PX ? map.cityAt(place.x, place.y) : undefined
      if (city !== undefined) open(city)
    },
    { signal },
  )
  for (const name of ['pointercancel', 'pointerleave'] as const) {
    canvas.addEventListener(name, (event) => held.delete(event.pointerId), { signal })
  }
  return () => {
    clearTimeout(resting)
    abort.abort()
  }
}
