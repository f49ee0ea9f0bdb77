import { seededRandom } from './random.ts'
import type { VirtualItem } from './virtual-days.ts'

export interface Zipf {
  /** The i-th city has i^-exponent of the requests of the first. */
  readonly exponent: number
  /** In minutes, by its place. */
  readonly promised: (index: number) => number
  /** How many serve it. */
  readonly sources: number
  readonly seed: number
}

/** Cities over the world's whole hours, none fetched yet. */
export function zipfCities(count: number, options: Zipf): VirtualItem[] {
  const { exponent, promised, sources, seed } = options
  const random = seededRandom(seed)
  const weights = Array.from({ length: count }, (_, index) => 1 / (index + 1) ** exponent)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight, index) => ({
    cityId: index + 1,
    weight: weight / sum,
    trueWeight: weight / sum,
    cost: 1,
    minutesAhead: Math.floor(random() * 24) * 60 - 660,
    leastMinutes: 15,
    promisedMinutes: promised(index),
    dataAt: -Infinity,
    askedAt: [],
    servedBy: 2 ** sources - 1,
  }))
}
