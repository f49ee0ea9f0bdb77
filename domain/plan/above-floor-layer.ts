import { isHead, type Floor } from './floor-layer.ts'
import {
  bySources,
  callsPerMinuteOf,
  isServed,
  plainDue,
  plainForeseen,
  priceOf,
  ratesOf,
  type Layer,
  type Supply,
} from './layers.ts'
import type { PreparedItem } from './prepared-item.ts'
import { callsAt, sharedPrices } from './shared-prices.ts'
import { cutAt, floorCuts, type FloorCut } from './slow-floor.ts'

interface Options {
  readonly tickMinutes: number
  readonly floor: Floor
}

/** The quicker sources cut the rounds of the heads, and serve what the slow one cannot. */
export function aboveFloorLayer(
  prepared: readonly PreparedItem[],
  supplies: readonly Supply[],
  options: Options,
): Layer {
  const { floor } = options
  const cutOf = cutsBy(floor)
  const isOnFloor = (one: PreparedItem): boolean => isServed(one, [floor.supply])
  const groups = [...bySources(prepared, supplies)].map(([servedBy, items]) => ({
    servedBy,
    callsPerMinuteAt: callsOf(items, { ...options, cutOf }),
  }))
  const prices = sharedPrices(groups, ratesOf(supplies))
  const price = (one: PreparedItem): number => priceOf(one, prices, supplies)
  return {
    kind: 'above-floor',
    supplies,
    prices,
    callsPerMinute: callsAt(groups, prices),
    dueOf: (one) => {
      if (!isServed(one, supplies)) return undefined
      if (!isOnFloor(one)) return plainDue(one, price(one))
      const gap = cutOf(one, price(one), one.weightNow).gapTicks
      // The slow source's own turn is not taken from it, however late it comes.
      const isItsTurn = one.floorAge >= floor.roundTicks
      const isWanted = gap < floor.roundTicks && isHead(one, one.weightNow, floor) && !isItsTurn
      if (!isWanted && one.age < one.most) return undefined
      return { gap: Math.min(gap, one.most), age: one.age, isNew: one.age >= one.least }
    },
    keepsPromiseOf: (one) =>
      one.most !== Infinity && (one.most < floor.roundTicks || !isOnFloor(one)),
    foreseenFor: (one) => {
      if (!isServed(one, supplies)) return undefined
      if (!isOnFloor(one)) return plainForeseen(one, price(one))
      if (!isHead(one, one.weight, floor)) return undefined
      const cut = cutOf(one, price(one), one.weight)
      return { meanAge: cut.age / floor.roundTicks, longestGap: cut.gapTicks }
    },
  }
}

type CutOf = (one: PreparedItem, price: number, weight: number) => FloorCut

/** Least gaps differ by product only, so there are few tables of cuts. */
function cutsBy({ roundTicks }: Floor): CutOf {
  const tables = new Map<number, readonly FloorCut[]>()
  return ({ least, most }, price, weight) => {
    const table = tables.get(least) ?? floorCuts(roundTicks, Math.min(least, roundTicks))
    tables.set(least, table)
    return cutAt(table, price, weight, most)
  }
}

function callsOf(
  items: readonly PreparedItem[],
  { tickMinutes, floor, cutOf }: Options & { readonly cutOf: CutOf },
): (price: number) => number {
  const plain = items.filter((one) => !isServed(one, [floor.supply]))
  const heads = items.filter(
    (one) => isServed(one, [floor.supply]) && isHead(one, one.weight, floor),
  )
  const roundMinutes = floor.roundTicks * tickMinutes
  const plainCalls = callsPerMinuteOf(plain, { leastTicks: 0, tickMinutes })
  return (price) => {
    let calls = plainCalls(price)
    for (const one of heads) {
      calls += (cutOf(one, price, one.weight).calls * one.cost) / roundMinutes
    }
    return calls
  }
}
