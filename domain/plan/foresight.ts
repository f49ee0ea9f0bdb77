import type { PlanInput, PlanItem, PlanSource } from './plan-input.ts'
import type { Foreseen } from './layers.ts'
import { planTick, type TickPlan } from './plan-tick.ts'
import type { PreparedItem } from './prepared-item.ts'

/** How fresh the plan keeps some items, in minutes. */
export interface Freshness {
  readonly items: number
  /** As their requests meet it; null where no source serves any. */
  readonly meanAge: number | null
  /** The longest gap between two calls; a tick more can pass. */
  readonly longestGap: number | null
  /** No source serves these. */
  readonly unserved: number
}

const DAY = 24 * 60

/** The plan of a day on which nothing is used yet: what the limits give, whatever today brought. */
export function planOfUsualDay(input: PlanInput): TickPlan {
  const now = Math.floor(input.now / DAY) * DAY
  const sources = input.sources.map((source) => ({
    ...source,
    windows: source.windows.map((window) => {
      const end = now + (window.end - window.start)
      return { ...window, start: now, end, used: 0, usedToday: 0 }
    }),
  }))
  return planTick({ ...input, now, sources })
}

/** What the plan gives those items that are asked for. */
export function freshnessOf(plan: TickPlan, isOne: (item: PlanItem) => boolean): Freshness {
  const { tickMinutes } = plan.input
  let [items, weights, ages, longest, unserved] = [0, 0, 0, 0, 0]
  for (const one of plan.prepared) {
    if (!isOne(one.item)) continue
    items++
    const best = bestForeseen(plan, one)
    if (!best) {
      unserved++
      continue
    }
    weights += one.item.weight
    ages += one.item.weight * best.meanAge
    longest = Math.max(longest, best.longestGap)
  }
  const isKnown = weights > 0
  return {
    items,
    meanAge: isKnown ? (ages / weights) * tickMinutes : null,
    longestGap: isKnown ? longest * tickMinutes : null,
    unserved,
  }
}

function bestForeseen({ layers }: TickPlan, one: PreparedItem): Foreseen | undefined {
  let best: Foreseen | undefined
  for (const { layer } of layers) {
    const found = layer.foreseenFor(one)
    if (found && !(best && best.meanAge <= found.meanAge)) best = found
  }
  return best
}

export const EVERY_ITEM = (): boolean => true

/** The mean age a request would meet with one more source. */
export const withSource = (
  plan: TickPlan,
  source: PlanSource,
  serves: (item: PlanItem) => boolean,
): Freshness => {
  const { input } = plan
  const index = input.sources.length
  const items = input.items.map((item) =>
    serves(item) ? { ...item, servedBy: item.servedBy | (1 << index) } : item,
  )
  return freshnessOf(
    planOfUsualDay({ ...input, items, sources: [...input.sources, source] }),
    EVERY_ITEM,
  )
}

/** The mean age a request would meet if nothing were promised: what the promises cost. */
export function withoutPromises(plan: TickPlan): Freshness {
  const items = plan.input.items.map((item) => ({ ...item, promisedMinutes: Infinity }))
  return freshnessOf(planTick({ ...plan.input, items }), EVERY_ITEM)
}
