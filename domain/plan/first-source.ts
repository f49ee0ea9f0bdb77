import type { CityId } from '../city/city.ts'
import type { ProviderId } from '../provider/provider-catalogue.ts'
import type { Product } from '../weather/product.ts'
import type { DueRule } from './due-rule.ts'
import { ageTicks, fractionOf } from './gap.ts'

/** A city that is due by a rule. */
export interface DueCity {
  readonly cityId: CityId
  /** The first of the products decides. */
  readonly products: readonly Product[]
  readonly askedAt: Readonly<Partial<Record<ProviderId, number>>>
}

/** Which provider the plan spends on it: all in proportion to their rooms, by its turn the floor's. */
export function firstSource(
  rule: DueRule,
  { cityId, products, askedAt }: DueCity,
): ProviderId | undefined {
  const product = products[0]
  const one = product && rule.products[product]
  if (!one) return undefined
  const now = rule.atMs / 60_000
  const slow = one.floor?.sources[0]?.id
  if (one.floor && slow !== undefined) {
    const asked = (product === 'conditions' ? askedAt[slow] : undefined) ?? -Infinity
    const isItsTurn = ageTicks(now, asked, rule.tickMinutes) >= one.floor.roundTicks
    if (isItsTurn || !one.layer) return slow
  }
  const sources = one.layer?.sources ?? []
  const at = fractionOf(cityId, Math.floor(now / rule.tickMinutes))
  let until = 0
  for (const { id, share } of sources) {
    until += share
    if (at < until) return id
  }
  return sources.at(-1)?.id
}
