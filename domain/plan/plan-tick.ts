import { assignSources, type PlannedCall } from './assign-sources.ts'
import { chooseLayers, floorOf } from './choose-layers.ts'
import { carriersOf, suppliesOf } from './carriers.ts'
import { DemandMinutes } from './demand-minutes.ts'
import type { Layer, Supply } from './layers.ts'
import { ticksToTurn } from './look-ahead.ts'
import type { PlanInput, PlanItem } from './plan-input.ts'
import { prepare, type PreparedItem } from './prepared-item.ts'
import { promisesOf, type PromiseTier } from './promises.ts'
import { selectCalls, type Selection } from './select-calls.ts'

const HOUR = 60
const DAY = 24 * HOUR

export interface LayerPlan {
  readonly layer: Layer
  readonly selection: Selection
  readonly calls: readonly PlannedCall[]
}

/** What is due at a tick, from whom, and why not more. */
export interface TickPlan {
  readonly input: PlanInput
  readonly demand: DemandMinutes
  readonly supplies: readonly Supply[]
  readonly promises: readonly PromiseTier[]
  readonly prepared: readonly PreparedItem[]
  readonly layers: readonly LayerPlan[]
  /** Minutes that an item's promise is kept to. */
  readonly keptFor: (item: PlanItem) => number
}

/**
 * From what is left of every limit, and how much of its demand is still to come, the one price at
 * which the calls that can be afforded are just enough; and who is worth it now.
 */
export function planTick(input: PlanInput): TickPlan {
  const { now, tickMinutes, items, curve } = input
  const demand = new DemandMinutes(items, curve)
  const supplies = suppliesOf(input, demand)
  const floor = floorOf(supplies)
  const { tiers, keptFor } = promisesOf(items, carriersOf(supplies, floor), tickMinutes)
  const prepared = prepare(input, { keptFor, floorIndex: floor?.index })
  const clock = {
    tick: Math.floor(now / tickMinutes),
    tickMinutes,
    demandMinutes: demand.between(now, now + tickMinutes),
    ticksToHour: ticksToTurn(now, HOUR, tickMinutes),
    ticksToMidnight: ticksToTurn(now, DAY, tickMinutes),
  }
  const taken = new Set<PreparedItem>()
  const layers = chooseLayers(prepared, supplies, tickMinutes).map((layer): LayerPlan => {
    const open = taken.size > 0 ? prepared.filter((one) => !taken.has(one)) : prepared
    const selection = selectCalls(layer, open, clock)
    for (const one of selection.chosen) taken.add(one)
    return { layer, selection, calls: assignSources(layer, selection.chosen, selection, now) }
  })
  return { input, demand, supplies, promises: tiers, prepared, layers, keptFor }
}
