import { useEffect, useRef, useState } from 'preact/hooks'
import { FRESHNESS, type Freshness } from '../../domain/weather/freshness.ts'
import { answerOf, api, type Answer } from '../api.ts'
import { nowMs } from '../live/clock.ts'
import { go } from '../live/location.ts'
import { theme } from '../live/preferences.ts'
import { useResource } from '../live/resource.ts'
import { isDemo } from '../live/session.ts'
import { cityAddress } from '../logic/address.ts'
import { numberText } from '../logic/format.ts'
import { countsNow, FRESHNESS_WORDS } from '../logic/freshness-counts.ts'
import { Failure } from './part.tsx'
import { MapCanvas } from './map-canvas.ts'
import { watchPointer } from './map-pointer.ts'
import { Pie } from './pie.tsx'

type Named = Answer<'/api/weather/cities/{cityId}'>

/** Every city as a dot in the shade of its age. The table of the cities says the same. */
export function CityMap() {
  const canvas = useRef<HTMLCanvasElement>(null)
  const map = useRef<MapCanvas | undefined>(undefined)
  const [hidden, setHidden] = useState<ReadonlySet<Freshness>>(new Set())
  const [pointed, setPointed] = useState<Named | null>(null)
  const cities = useResource('map', () => answerOf(api.GET('/api/weather/cities/map')))
  const ages = useResource('ages', () => answerOf(api.GET('/api/weather/cities/map/ages')))
  const passed = ages.data ? minutesSince(ages.data.as_of) : 0

  useEffect(() => {
    if (!canvas.current) return undefined
    const drawn = new MapCanvas(canvas.current)
    map.current = drawn
    const stop = watchPointer(canvas.current, drawn, {
      point: (id) => void nameOf(id).then(setPointed),
      open: (id) => {
        go(cityAddress(id))
      },
    })
    const sized = new ResizeObserver(() => {
      drawn.resize()
    })
    sized.observe(canvas.current)
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const redraw = () => {
      drawn.draw()
    }
    dark.addEventListener('change', redraw)
    return () => {
      stop()
      sized.disconnect()
      dark.removeEventListener('change', redraw)
    }
  }, [])
  useEffect(() => {
    if (cities.data) map.current?.setCities(cities.data)
  }, [cities.data?.version])
  useEffect(() => {
    if (ages.data) map.current?.setAges(ages.data.minutes, passed)
  }, [ages.data, passed])
  useEffect(() => {
    map.current?.setHidden(hidden)
  }, [hidden])
  useEffect(() => {
    map.current?.draw()
  }, [theme.value])

  const counts = ages.data && countsOf(ages.data.minutes, ages.data.as_of)
  return (
    <div class="map">
      <Failure resource={cities.problem ? cities : ages} />
      <canvas ref={canvas} role="img" aria-label={labelOf(counts)} />
      <div class="map-tools">
        <button type="button" aria-label="Nearer" onClick={() => map.current?.zoomBy(2)}>
          +
        </button>
        <button type="button" aria-label="Farther" onClick={() => map.current?.zoomBy(0.5)}>
          −
        </button>
      </div>
      <p class="map-name" aria-live="polite">
        {pointed ? `${pointed.name}, ${pointed.country}` : ' '}
      </p>
      {isDemo() ? <p class="map-note">simulated</p> : null}
      <ul class="legend switches" aria-label="What the map shows">
        {FRESHNESS.map((name) => (
          <li key={name}>
            <label>
              <input
                type="checkbox"
                checked={!hidden.has(name)}
                onChange={() => {
                  setHidden(toggled(hidden, name))
                }}
              />
              <Pie of={name} /> {FRESHNESS_WORDS[name]}
            </label>
          </li>
        ))}
      </ul>
    </div>
  )
}

const minutesSince = (moment: string): number =>
  Math.max(0, Math.floor((nowMs.value - Date.parse(moment)) / 60_000))

function toggled(hidden: ReadonlySet<Freshness>, name: Freshness): ReadonlySet<Freshness> {
  const next = new Set(hidden)
  if (!next.delete(name)) next.add(name)
  return next
}

function countsOf(minutes: readonly (number | null)[], asOf: string) {
  const never = minutes.filter((minute) => minute === null).length
  const byMinute = minutes.flatMap((minute) => (minute === null ? [] : [[minute, 1]]))
  return countsNow({ as_of: asOf, never, by_minute: byMinute }, nowMs.value)
}

function labelOf(counts: Record<Freshness, number> | undefined): string {
  if (!counts) return 'Map of all cities'
  const parts = FRESHNESS.map((name) => `${numberText(counts[name])} ${FRESHNESS_WORDS[name]}`)
  return `Map of all cities: ${parts.join(', ')}. The page Cities lists them.`
}

async function nameOf(id: number | undefined): Promise<Named | null> {
  if (id === undefined) return null
  const path = { cityId: id }
  return answerOf(api.GET('/api/weather/cities/{cityId}', { params: { path } })).catch(() => null)
}
