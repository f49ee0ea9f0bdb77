import { useMemo } from 'preact/hooks'
import { answerOf, api, type Answer } from '../../api.ts'
import { nowMs } from '../../live/clock.ts'
import { temperatureUnit } from '../../live/preferences.ts'
import { providerName } from '../../live/providers.ts'
import { useResource, type Resource } from '../../live/resource.ts'
import {
  shadingOfAges,
  shadingOfProviders,
  shadingOfTemperatures,
  type Colouring,
  type Shading,
} from '../../logic/map-shading.ts'

type Values = Answer<'/api/weather/cities/map/ages'> | Answer<'/api/weather/cities/map/latest'>

const valuesOf = (isOfAges: boolean): Promise<Values> =>
  isOfAges
    ? answerOf(api.GET('/api/weather/cities/map/ages'))
    : answerOf(api.GET('/api/weather/cities/map/latest'))

/** What is asked of all cities for a colouring, and how it shades them. */
export function useShading(colouring: Colouring): [Resource<Values>, Shading | undefined] {
  const isOfAges = colouring === 'age'
  const asked = useResource(isOfAges ? 'ages' : 'latest', () => valuesOf(isOfAges))
  const { data } = asked
  const unit = temperatureUnit.value
  // Ages grow by the minute; the others stay as they were read.
  const passed = data && isOfAges ? minutesSince(data.as_of) : 0
  const shading = useMemo(() => {
    if (!data) return undefined
    if ('minutes' in data) return shadingOfAges(data.minutes, passed)
    if (colouring === 'temperature') return shadingOfTemperatures(data.temperature, unit)
    return shadingOfProviders(data.provider, data.providers.map(providerName))
  }, [data, passed, colouring, unit])
  return [asked, shading]
}

const minutesSince = (moment: string): number =>
  Math.max(0, Math.floor((nowMs.value - Date.parse(moment)) / 60_000))
