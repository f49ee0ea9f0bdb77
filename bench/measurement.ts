import type { Usage } from './parts/process-usage.ts'
import type { Cell, Gear } from './plan.ts'

export type Variant = Gear | 'batched' | 'plain'

/** One run of one variant in one square of the matrix. */
export interface Measurement extends Cell {
  readonly variant: Variant
  readonly seconds: number
  readonly citiesPerSecond: number
  readonly served: number
  readonly fallbacks: number
  readonly failed: number
  readonly requestsPerCity: number
  /** In the providers' own units, from what arrived there. */
  readonly weightPerCity: number
  /** Of the workers, or of the baseline's own process. */
  readonly program: Usage
  readonly temporal: Usage | null
  readonly database: Usage
  readonly emulator: Usage
  readonly eventsPerCity: number | null
  readonly largestHistory: number | null
}

/** What errors at every provider cost, against a run without. */
export interface BlipCost {
  readonly cities: number
  readonly freshShare: number
  readonly weightRatio: number
  readonly timeRatio: number
}

/** What the quota ledger costs, against the run that it is part of. */
export interface LedgerCost {
  readonly cities: number
  readonly pairs: readonly { readonly runMs: number; readonly ledgerMs: number; share: number }[]
  readonly medianShare: number
}

export interface ChildCost {
  readonly pairs: readonly { readonly cityMs: number; readonly emptyMs: number; ratio: number }[]
  readonly medianRatio: number
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const [low = NaN, high = NaN] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]]
  return (low + high) / 2
}
