import { bestPeriods } from './bounds/flat-bounds.ts'
import { seededRandom } from '../../domain/plan/simulation/random.ts'
import type { VirtualItem } from '../../domain/plan/simulation/virtual-days.ts'

export const DAY = 24 * 60
export const START = Date.parse('2026-03-01T00:00:00Z') / 60_000

export interface CitiesOptions {
  /** The i-th city has i^-exponent of the requests. */
  readonly exponent?: number
  /** All in one zone, or spread over the world's whole hours. */
  readonly zones?: 'one' | 'world'
  readonly promisedMinutes?: (index: number) => number
  readonly sources?: number
  readonly seed?: number
  /** Ages as they would be after long days with that many calls; nothing was ever fetched where absent. */
  readonly settledBy?: number
}

export function virtualCities(
  count: number,
  {
    exponent = 1,
    zones = 'one',
    promisedMinutes = () => DAY,
    sources = 1,
    seed = 5,
    settledBy,
  }: CitiesOptions = {},
): VirtualItem[] {
  const random = seededRandom(seed)
  const weights = Array.from({ length: count }, (_, index) => (index + 1) ** -exponent)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const items = weights.map((weight, index) => ({
    cityId: index + 1,
    weight: weight / sum,
    trueWeight: weight / sum,
    cost: 1,
    minutesAhead: zones === 'one' ? 0 : Math.floor(random() * 24) * 60 - 11 * 60,
    leastMinutes: 15,
    promisedMinutes: promisedMinutes(index),
    dataAt: -Infinity,
    askedAt: [],
    servedBy: 2 ** sources - 1,
  }))
  if (settledBy === undefined) return items
  const periods = bestPeriods({
    cities: boundCities(items),
    callsPerDay: settledBy,
    updateMinutes: 15,
  })
  return items.map((item, index) => ({
    ...item,
    dataAt: START - Math.floor((random() * (periods[index] ?? 0)) / 15) * 15,
  }))
}

export const boundCities = (items: readonly VirtualItem[]) =>
  items.map(({ trueWeight, promisedMinutes }) => ({ weight: trueWeight, promisedMinutes }))
