import type { Place } from '../../domain/city.ts'
import type { PlaceMemory } from '../../domain/provider.ts'
import type { Product } from '../../domain/product.ts'
import { coordinate } from '../one-place.ts'
import { gridOf, stationsOf, type Grid, type Stations } from './address.ts'

/** One request on the way from a coordinate to a reading. */
export type Step =
  | { readonly kind: 'point' }
  | { readonly kind: 'stations'; readonly grid: Grid }
  | { readonly kind: 'observation'; readonly grid: Grid; readonly stations: Stations }
  | { readonly kind: 'forecast'; readonly grid: Grid }

export function stepFor(products: readonly Product[], memory: PlaceMemory | undefined): Step {
  const grid = gridOf(memory)
  if (!grid) return { kind: 'point' }
  if (!products.includes('conditions')) return { kind: 'forecast', grid }
  const stations = stationsOf(memory)
  return stations ? { kind: 'observation', grid, stations } : { kind: 'stations', grid }
}

export function pathOf(step: Step, { latitude, longitude }: Place): string {
  if (step.kind === 'point') return `/points/${coordinate(latitude)},${coordinate(longitude)}`
  if (step.kind === 'observation') {
    return `/stations/${step.stations.ids[0] ?? ''}/observations/latest`
  }
  const { office, gridX, gridY } = step.grid
  const cell = `/gridpoints/${office}/${gridX},${gridY}`
  return step.kind === 'stations' ? `${cell}/stations` : `${cell}/forecast?units=si`
}
