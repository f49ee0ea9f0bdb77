import type { ProviderId } from '../provider/provider-catalogue.ts'
import type { Product } from '../weather/product.ts'
import type { DemandCurve } from './demand-curve.ts'
import type { FloorCut } from './slow-floor.ts'
import type { TierMark } from './promised-tier.ts'

/** The marks of one layer; null where none goes by it. */
export interface LayerRule {
  readonly price: number
  readonly latenessMark: number | null
  readonly firstMark: number | null
  readonly urgencyMark: number | null
  readonly sources: readonly { readonly id: ProviderId; readonly share: number }[]
}

export interface FloorRule extends LayerRule {
  readonly roundTicks: number
}

export interface TierRule extends Omit<TierMark, 'minutes'> {
  readonly mostTicks: number
}

export interface ProductRule {
  /** Weight per call is the share of requests times this. */
  readonly value: number
  readonly leastTicks: number
  /** Of the product; absent in plans from before there was one. */
  readonly turn?: number
  readonly tiers: readonly TierRule[]
  /** Absent where only the floor's source offers it. */
  readonly layer?: LayerRule
  readonly floor?: FloorRule
  readonly cuts?: readonly Omit<FloorCut, 'age' | 'calls'>[]
}

/** A plan as it travels: whether a row is due is one expression of these, however many rows there are. */
export interface DueRule {
  readonly atMs: number
  readonly tickMinutes: number
  readonly seed: number
  readonly curve: DemandCurve
  readonly cities: number
  readonly requests: number
  readonly halfLifeHours: number
  readonly products: Readonly<Partial<Record<Product, ProductRule>>>
}
