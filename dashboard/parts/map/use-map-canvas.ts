import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Freshness } from '../../../domain/weather/freshness.ts'
import type { Answer } from '../../api.ts'
import { go } from '../../live/location.ts'
import { look } from '../../live/preferences.ts'
import { cityAddress } from '../../logic/address.ts'
import type { Shading } from '../../logic/map-shading.ts'
import { MapCanvas } from './map-canvas.ts'
import { watchPointer } from './map-pointer.ts'

interface Shown {
  readonly cities: Answer<'/api/weather/cities/map'> | undefined
  readonly shading: Shading | undefined
  readonly hidden: ReadonlySet<Freshness>
  readonly point: (cityId: number | undefined) => void
}

/** Keeps a canvas as the answers say. Answers how to go nearer. */
export function useMapCanvas(
  canvas: RefObject<HTMLCanvasElement | null>,
  { cities, shading, hidden, point }: Shown,
): (factor: number) => void {
  const map = useRef<MapCanvas | undefined>(undefined)
  useEffect(() => {
    if (!canvas.current) return undefined
    map.current = new MapCanvas(canvas.current)
    return attached(canvas.current, map.current, point)
  }, [])
  useEffect(() => {
    if (cities) map.current?.setCities(cities)
  }, [cities?.version])
  useEffect(() => {
    if (shading) map.current?.setClasses(shading.classes)
  }, [shading])
  useEffect(() => {
    map.current?.setHidden(hidden)
  }, [hidden])
  useEffect(() => {
    map.current?.draw()
  }, [look.value])
  return (factor) => map.current?.zoomBy(factor)
}

/** Follows pointer, size and look. Answers how to stop. */
function attached(canvas: HTMLCanvasElement, map: MapCanvas, point: Shown['point']): () => void {
  const open = (id: number) => {
    go(cityAddress(id))
  }
  const stop = watchPointer(canvas, map, { point, open })
  const sized = new ResizeObserver(() => {
    map.resize()
  })
  sized.observe(canvas)
  return () => {
    stop()
    sized.disconnect()
  }
}
