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

/** One price for all the items and sources, but for items that too few sources can serve. */
export function pooledLayer(
  prepared: readonly PreparedItem[],
  supplies: readonly Supply[],
  tickMinutes: number,
): Layer {
  const groups = [...bySources(prepared, supplies)].map(([servedBy, items]) => ({
    servedBy,
    callsPerMinuteAt: callsPerMinuteOf(items, { leastTicks: 0, tickMinutes }),
  }))
  const prices = sharedPrices(groups, ratesOf(supplies))
  return {
    kind: 'all',
    supplies,
    prices,
    callsPerMinute: callsAt(groups, prices),
    dueOf: (one) =>
      isServed(one, supplies) ? plainDue(one, priceOf(one, prices, supplies)) : undefined,
    keepsPromiseOf: ({ most }) => most !== Infinity,
    foreseenFor: (one) =>
      isServed(one, supplies) ? plainForeseen(one, priceOf(one, prices, supplies)) : undefined,
  }
}
