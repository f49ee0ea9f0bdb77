import { useRef, useState } from 'preact/hooks'
import type { Freshness } from '../../../domain/weather/freshness.ts'
import { answerOf, api, type Answer } from '../../api.ts'
import { useResource } from '../../live/resource.ts'
import { isDemo } from '../../live/session.ts'
import { numberText } from '../../logic/format.ts'
import { countsOf, type Colouring, type Shading } from '../../logic/map-shading.ts'
import { Failure } from '../part.tsx'
import { MapLegend } from './map-legend.tsx'
import { useMapCanvas } from './use-map-canvas.ts'
import { useShading } from './use-shading.ts'

type Named = Answer<'/api/weather/cities/{cityId}'>

interface CityMapProps {
  readonly colouring?: Colouring
}

/** Every city as a dot, in the shade of its age where nothing else is asked for. The table of the cities says the same. */
export function CityMap({ colouring = 'age' }: CityMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [hidden, setHidden] = useState<ReadonlySet<Freshness>>(new Set())
  const [pointed, setPointed] = useState<Named | null>(null)
  const cities = useResource('map', () => answerOf(api.GET('/api/weather/cities/map')))
  const [values, shading] = useShading(colouring)
  const zoomBy = useMapCanvas(canvas, {
    cities: cities.data,
    shading,
    hidden,
    point: (id) => void nameOf(id).then(setPointed),
  })
  return (
    <>
      <Failure resource={cities.problem ? cities : values} />
      <div class="map">
        <canvas ref={canvas} role="img" aria-label={labelOf(shading)} />
        <div class="map-tools">
          <button type="button" aria-label="Nearer" onClick={() => zoomBy(2)}>
            +
          </button>
          <button type="button" aria-label="Farther" onClick={() => zoomBy(0.5)}>
            −
          </button>
        </div>
        <p class="map-name" aria-live="polite">
          {pointed ? `${pointed.name}, ${pointed.country}` : ' '}
        </p>
        {isDemo() ? <p class="map-note">simulated</p> : null}
        <MapLegend names={shading?.names ?? []} hidden={hidden} change={setHidden} />
      </div>
    </>
  )
}

function labelOf(shading: Shading | undefined): string {
  if (!shading) return 'Map of all cities'
  const parts = countsOf(shading).map(([name, cities]) => `${numberText(cities)} ${name}`)
  return `Map of all cities: ${parts.join(', ')}. The page Cities lists them.`
}

async function nameOf(id: number | undefined): Promise<Named | null> {
  if (id === undefined) return null
  const path = { cityId: id }
  return answerOf(api.GET('/api/weather/cities/{cityId}', { params: { path } })).catch(() => null)
}
