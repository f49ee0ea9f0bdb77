import type { VirtualItem } from '../../../domain/plan/simulation/virtual-days.ts'
import { zipfCities as citiesOf, type Zipf } from '../../../domain/plan/simulation/zipf-cities.ts'

/** Cities that two sources serve, the same for each number of them. */
export const zipfCities = (
  count: number,
  options: Pick<Zipf, 'exponent' | 'promised'>,
): VirtualItem[] => citiesOf(count, { ...options, sources: 2, seed: count })
