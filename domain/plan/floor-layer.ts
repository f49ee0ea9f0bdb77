import { gapTicks, NEVER_TICKS } from './gap.ts'
import { callsPerMinuteOf, isServed, type Layer, type Supply } from './layers.ts'
import type { PreparedItem } from './prepared-item.ts'
import { priceWithin } from './price.ts'

/** The slow source of a layered plan, with the length of its round. */
export interface Floor {
  readonly supply: Supply
  readonly roundTicks: number
  readonly price: number
}

/** The slow source's own price: its calls alone refresh what is no head, and begin each head's round. */
export function floorLayer(
  prepared: readonly PreparedItem[],
  supply: Supply,
  tickMinutes: number,
): Layer & { readonly floor: Floor } {
  const supplies = [supply]
  const roundTicks = Math.max(1, Math.ceil(supply.source.updateMinutes / tickMinutes))
  const served = prepared.filter((one) => isServed(one, supplies))
  const callsAt = callsPerMinuteOf(served, { leastTicks: roundTicks, tickMinutes })
  const price = priceWithin(callsAt, supply.affordable.rate)
  const floor = { supply, roundTicks, price }
  return {
    kind: 'floor',
    roundTicks,
    supplies,
    prices: new Map([[1 << supply.index, price]]),
    callsPerMinute: callsAt(price),
    floor,
    dueOf: (one) => {
      if (!isServed(one, supplies)) return undefined
      const gap = floorGap(one, one.weightNow, floor)
      // A head's round goes on whatever quicker sources brought meanwhile.
      const isNew = one.floorAge >= roundTicks && one.age > 0
      const isHeadNow = gap <= roundTicks
      return { gap, age: isNew ? (isHeadNow ? headAge(one, roundTicks) : one.age) : 0, isNew }
    },
    keepsPromiseOf: ({ most }) => most !== Infinity && most >= roundTicks,
    foreseenFor: (one) => {
      if (!isServed(one, supplies)) return undefined
      const gap = floorGap(one, one.weight, floor)
      return { meanAge: gap / 2, longestGap: gap }
    },
  }
}

/** Since its round began; where there was none, the data's age says how late it is. */
const headAge = ({ floorAge, age }: PreparedItem, roundTicks: number): number =>
  floorAge >= NEVER_TICKS ? Math.max(age, roundTicks) : floorAge

/** Whether the floor comes round as often as it can, so that quicker sources may cut the round. */
export const isHead = (one: PreparedItem, weight: number, floor: Floor): boolean =>
  floorGap(one, weight, floor) <= floor.roundTicks

const floorGap = (
  { least, most }: PreparedItem,
  weight: number,
  { price, roundTicks }: Pick<Floor, 'price' | 'roundTicks'>,
): number => gapTicks(price, weight, Math.max(least, roundTicks), Math.max(most, roundTicks))
