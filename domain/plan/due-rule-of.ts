import { PRODUCTS, type Product } from '../weather/product.ts'
import { PROVIDER_IDS, type ProviderId } from '../provider/provider-catalogue.ts'
import { turnOf, type CityItem } from './city-items.ts'
import type { DueRule, LayerRule, ProductRule, TierRule } from './due-rule.ts'
import { isServed } from './layers.ts'
import type { LayerPlan, TickPlan } from './plan-tick.ts'
import type { PreparedItem } from './prepared-item.ts'
import { plannedTicks } from './promises.ts'
import { marksFor, type TierMark } from './promised-tier.ts'
import { PRODUCT_VALUE } from './product-value.ts'
import { floorCuts } from './slow-floor.ts'

interface Counts {
  readonly cities: number
  readonly requests: number
  readonly halfLifeHours: number
}

/** What of a plan travels: marks by which a row is known to be due, and no row. */
export function dueRuleOf(plan: TickPlan, marks: readonly TierMark[], counts: Counts): DueRule {
  const { now, tickMinutes, seed, curve } = plan.input
  const products = PRODUCTS.flatMap((product): [Product, ProductRule][] => {
    const one = plan.prepared.find(({ item }) => (item as CityItem).product === product)
    const rule = one && productRule(plan, product, one, marks)
    return rule ? [[product, rule]] : []
  })
  return {
    atMs: now * 60_000,
    tickMinutes,
    seed,
    curve,
    ...counts,
    products: Object.fromEntries(products),
  }
}

/** Undefined for a product that no usable source offers. */
function productRule(
  plan: TickPlan,
  product: Product,
  one: PreparedItem,
  marks: readonly TierMark[],
): ProductRule | undefined {
  const serving = plan.layers.filter(({ layer }) => isServed(one, layer.supplies))
  if (serving.length === 0) return undefined
  const floor = serving.find(({ layer }) => layer.kind === 'floor')
  const other = serving.find(({ layer }) => layer.kind !== 'floor')
  const roundTicks = floor?.layer.roundTicks ?? 0
  return {
    value: PRODUCT_VALUE[product] / one.cost,
    leastTicks: one.least,
    turn: turnOf(product),
    tiers: tiersOf(plan, one, marksFor(marks, product)),
    ...(other && { layer: layerRule(other, one) }),
    ...(floor && {
      floor: { ...layerRule(floor, one), roundTicks },
      cuts: floorCuts(roundTicks, Math.min(one.least, roundTicks))
        .slice(1)
        .map(({ gapTicks, worth }) => ({ gapTicks, worth })),
    }),
  }
}

const tiersOf = (plan: TickPlan, { item }: PreparedItem, marks: readonly TierMark[]): TierRule[] =>
  marks.map(({ minutes, ...mark }) => {
    const promisedMinutes = Math.max(minutes, item.leastMinutes)
    const kept = plan.keptFor({ ...item, promisedMinutes })
    return { ...mark, mostTicks: plannedTicks(kept, item.leastMinutes, plan.input.tickMinutes) }
  })

function layerRule({ layer, selection }: LayerPlan, { item }: PreparedItem): LayerRule {
  const supplies = layer.supplies.filter(({ index }) => (item.servedBy & (1 << index)) !== 0)
  const bits = supplies.reduce((all, { index }) => all | (1 << index), 0)
  const shares = supplies.map((supply) => Math.min(1e9, selection.shares.get(supply) ?? 0))
  const all = shares.reduce((sum, share) => sum + share, 0)
  return {
    price: layer.prices.get(bits) ?? 0,
    latenessMark: finite(selection.latenessMark),
    firstMark: finite(selection.firstMark),
    urgencyMark: finite(selection.urgencyMark),
    sources: supplies.map(({ source }, index) => ({
      id: providerId(source.id),
      share: all > 0 ? (shares[index] ?? 0) / all : 1 / supplies.length,
    })),
  }
}

const finite = (mark: number): number | null => (Number.isFinite(mark) ? mark : null)

function providerId(id: string): ProviderId {
  const found = PROVIDER_IDS.find((one) => one === id)
  if (!found) throw new Error(`${id} is no provider`)
  return found
}
