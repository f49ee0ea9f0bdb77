import { demandAt, meanRoot, type DemandCurve } from './demand-curve.ts'
import { ageTicks, fractionOf, TIE_SHARE } from './gap.ts'
import type { PlanInput, PlanItem } from './plan-input.ts'
import { plannedTicks } from './promises.ts'

/** An item as one tick sees it: all times in ticks. */
export interface PreparedItem {
  readonly item: PlanItem
  /** Per call, of the mean hour. */
  readonly weight: number
  /** Per call, of this hour. */
  readonly weightNow: number
  readonly cost: number
  readonly least: number
  /** By its promise; Infinity without one. */
  readonly most: number
  readonly age: number
  /** Since the floor's source was asked, where there is one. */
  readonly floorAge: number
  readonly fraction: number
}

export function prepare(
  { items, now, tickMinutes, curve, seed }: PlanInput,
  {
    keptFor,
    floorIndex = -1,
  }: { keptFor: (item: PlanItem) => number; floorIndex?: number | undefined },
): PreparedItem[] {
  const meanDemand = meanRoot(curve) ** 2
  return items.map((item) => {
    const { cityId, turn = 0, weight, cost, leastMinutes } = item
    const fraction = fractionOf(cityId, seed + turn)
    const perCall = weightPerCall(weight, cost, fraction)
    return {
      item,
      weight: perCall * meanDemand,
      weightNow: perCall * demandOf(item, curve, now),
      cost,
      least: Math.max(1, Math.ceil(leastMinutes / tickMinutes)),
      most: plannedTicks(keptFor(item), leastMinutes, tickMinutes),
      age: ageTicks(now, item.dataAt, tickMinutes),
      floorAge: ageTicks(now, item.askedAt[floorIndex] ?? -Infinity, tickMinutes),
      fraction,
    }
  })
}

const weightPerCall = (weight: number, cost: number, fraction: number): number =>
  (weight / cost) * (1 + TIE_SHARE * fraction)

const demandOf = ({ minutesAhead }: PlanItem, curve: DemandCurve, now: number): number =>
  demandAt(curve, now, minutesAhead)
