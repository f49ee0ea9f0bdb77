import type { Place } from '../../../domain/city/city.ts'
import type {
  PlaceMemory,
  PlaceRequest,
  ProviderRequest,
} from '../../../domain/provider/provider.ts'
import type { Product } from '../../../domain/weather/product.ts'
import { coordinate } from '../../wire-values.ts'
import { offeredOf } from '../adapter-settings.ts'
import { gridOf, stationsOf, type Grid, type Stations } from './address.ts'

/** One request on the way from a coordinate to a reading. */
export type Step =
  | { readonly kind: 'point' }
  | { readonly kind: 'stations'; readonly grid: Grid }
  | { readonly kind: 'observation'; readonly grid: Grid; readonly stations: Stations }
  | { readonly kind: 'hourly'; readonly grid: Grid; readonly stations: Stations }
  /** Says the height of the cell as well, which stations are chosen by. */
  | { readonly kind: 'forecast'; readonly grid: Grid }

/** Until grid and height are known, one step serves all products; then each has its own request. */
export function requestsFor(
  { place, products, memory }: PlaceRequest,
  baseUrl: string,
): ProviderRequest[] {
  const wanted = offeredOf('nws', products)
  if (wanted.length === 0) return []
  const isLearning = gridOf(memory)?.elevationM === undefined
  const groups = isLearning ? [wanted] : wanted.map((product) => [product])
  return groups.map((group) => ({
    url: `${baseUrl}${pathOf(stepFor(group, memory), place)}`,
    weight: 1,
    places: [place],
    products: group,
    ...(memory && { memory }),
  }))
}

export function stepFor(products: readonly Product[], memory: PlaceMemory | undefined): Step {
  const grid = gridOf(memory)
  if (!grid) return { kind: 'point' }
  if (!products.includes('conditions') || grid.elevationM === undefined) {
    return { kind: 'forecast', grid }
  }
  const stations = stationsOf(memory)
  if (!stations) return { kind: 'stations', grid }
  return { kind: stations.ids.length > 0 ? 'observation' : 'hourly', grid, stations }
}

function pathOf(step: Step, { latitude, longitude }: Place): string {
  if (step.kind === 'point') return `/points/${coordinate(latitude)},${coordinate(longitude)}`
  if (step.kind === 'observation') {
    return `/stations/${step.stations.ids[0] ?? ''}/observations/latest`
  }
  const { office, gridX, gridY } = step.grid
  return `/gridpoints/${office}/${gridX},${gridY}/${RESOURCES[step.kind]}`
}

const RESOURCES = {
  stations: 'stations',
  hourly: 'forecast/hourly?units=si',
  forecast: 'forecast?units=si',
} as const
