import type { Affordable } from './affordable-rate.ts'
import { gapTicks } from './gap.ts'
import type { PlanSource } from './plan-input.ts'
import type { PreparedItem } from './prepared-item.ts'

/** A source with what it affords, at its place in the list. */
export interface Supply {
  readonly index: number
  readonly source: PlanSource
  readonly affordable: Affordable
}

/** When an item is due in a layer: at `gap` ticks, and how many of them have passed. */
export interface Due {
  readonly gap: number
  readonly age: number
  /** Whether the layer's sources have something new by now. */
  readonly isNew: boolean
}

/** In ticks. */
export interface Foreseen {
  readonly meanAge: number
  readonly longestGap: number
}

/** Sources that share their prices, and what is due at them. */
export interface Layer {
  readonly kind: 'all' | 'floor' | 'above-floor'
  readonly supplies: readonly Supply[]
  /** By the sources that can serve an item, as bits. */
  readonly prices: ReadonlyMap<number, number>
  /** Of the floor: how long one of its rounds is. */
  readonly roundTicks?: number
  /** Calls a minute at these prices. */
  readonly callsPerMinute: number
  /** Undefined where the layer never calls for the item. */
  readonly dueOf: (prepared: PreparedItem) => Due | undefined
  /** Whether the item has a promise that this layer has to keep. */
  readonly keepsPromiseOf: (prepared: PreparedItem) => boolean
  /** The age and the gap that it gives an item over a day; undefined where it never calls for it. */
  readonly foreseenFor: (prepared: PreparedItem) => Foreseen | undefined
}

/** Whether everything is affordable as often as there is something new. */
export const isAmple = ({ kind, prices }: Pick<Layer, 'kind' | 'prices'>): boolean =>
  kind === 'all' && [...prices.values()].every((price) => price === 0)

export const isServed = ({ item }: PreparedItem, supplies: readonly Supply[]): boolean =>
  supplies.some(({ index }) => (item.servedBy & (1 << index)) !== 0)

export const plainDue = ({ weightNow, least, most, age }: PreparedItem, price: number): Due => ({
  gap: gapTicks(price, weightNow, least, most),
  age,
  isNew: age >= least,
})

export function plainForeseen({ weight, least, most }: PreparedItem, price: number): Foreseen {
  const gap = gapTicks(price, weight, least, most)
  return { meanAge: gap / 2, longestGap: gap }
}

/**
 * Calls a minute of items at a price, none more often than every `leastTicks`. A price is found by
 * dozens of tries, so that what they need of the items stands in columns.
 */
export function callsPerMinuteOf(
  prepared: readonly PreparedItem[],
  { leastTicks, tickMinutes }: { leastTicks: number; tickMinutes: number },
): (price: number) => number {
  const weights = column(prepared, ({ weight }) => weight)
  const costs = column(prepared, ({ cost }) => cost)
  const leasts = column(prepared, ({ least }) => Math.max(least, leastTicks))
  const mosts = column(prepared, ({ most }) => Math.max(most, leastTicks))
  return (price) => {
    let perTick = 0
    for (let index = 0; index < weights.length; index++) {
      const gap = gapTicks(price, weights[index] ?? 0, leasts[index] ?? 0, mosts[index] ?? 0)
      perTick += (costs[index] ?? 0) / gap
    }
    return perTick / tickMinutes
  }
}

/** One value of each, as dense as can be. */
export function column<One>(all: readonly One[], valueOf: (one: One) => number): Float64Array {
  const values = new Float64Array(all.length)
  let index = 0
  for (const one of all) values[index++] = valueOf(one)
  return values
}

/** Items by the sources of these that can serve them; those that none can are in no group. */
export function bySources(
  prepared: readonly PreparedItem[],
  supplies: readonly Supply[],
): Map<number, PreparedItem[]> {
  const bits = supplies.reduce((all, { index }) => all | (1 << index), 0)
  const groups = new Map<number, PreparedItem[]>()
  for (const one of prepared) {
    const servedBy = one.item.servedBy & bits
    if (servedBy === 0) continue
    const group = groups.get(servedBy)
    if (group) group.push(one)
    else groups.set(servedBy, [one])
  }
  return groups
}

/** The price that an item has in a layer. */
export function priceOf(
  { item }: PreparedItem,
  prices: ReadonlyMap<number, number>,
  supplies: readonly Supply[],
): number {
  const bits = supplies.reduce((all, { index }) => all | (1 << index), 0)
  return prices.get(item.servedBy & bits) ?? 0
}

export const ratesOf = (supplies: readonly Supply[]) =>
  supplies.map(({ index, affordable }) => ({ index, callsPerMinute: affordable.rate }))
