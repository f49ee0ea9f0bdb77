import type { TickPlan } from './plan-tick.ts'
import { later, type PreparedItem } from './prepared-item.ts'

/** Looked ahead no further: by then the price is another one. */
const MOST_TICKS = 14 * 96

/**
 * When an item is next due at the price of now, walked through the hours of its day; undefined where
 * it is not within two weeks. Advisory: each tick finds its own price.
 */
export function nextDueAt(plan: TickPlan, one: PreparedItem): number | undefined {
  const { input, layers } = plan
  for (let ticks = 0; ticks <= MOST_TICKS; ticks++) {
    const then = later(one, ticks, input)
    const isDue = layers.some(({ layer }) => {
      const due = layer.dueOf(then)
      return due !== undefined && due.isNew && due.age >= due.gap
    })
    if (isDue) return input.now + ticks * input.tickMinutes
  }
  return undefined
}
