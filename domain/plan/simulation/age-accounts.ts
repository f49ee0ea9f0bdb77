import type { DemandCurve } from '../demand-curve.ts'
import type { PlanItem } from '../plan-input.ts'
import { AgeAccount } from './age-account.ts'

/** An item as requests really are. */
export type CountedItem = Pick<PlanItem, 'dataAt' | 'minutesAhead' | 'promisedMinutes'> & {
  readonly trueWeight: number
}

export interface AgeAccountsOptions {
  readonly items: readonly CountedItem[]
  readonly curve: DemandCurve
  readonly tickMinutes: number
}

/** The account of every item, in their order. */
export class AgeAccounts {
  readonly #options: AgeAccountsOptions
  readonly accounts: readonly AgeAccount[]

  constructor(options: AgeAccountsOptions) {
    this.#options = options
    this.accounts = options.items.map(({ minutesAhead }) => new AgeAccount(minutesAhead))
  }

  /** One tick: with what there was before it, until an item was renewed, and with that afterwards. */
  countTick(now: number, before: readonly number[]): void {
    const { items, tickMinutes } = this.#options
    const end = now + tickMinutes
    for (const [index, { dataAt }] of items.entries()) {
      const old = before[index] ?? -Infinity
      const isRenewed = dataAt !== old && dataAt < end
      const until = isRenewed ? Math.min(Math.max(dataAt, now), end) : end
      this.#count(index, { from: now, to: until, dataAt: old })
      if (isRenewed) this.#count(index, { from: until, to: end, dataAt })
    }
  }

  #count(index: number, stretch: { from: number; to: number; dataAt: number }): void {
    const { curve, items } = this.#options
    const { trueWeight: share = 0, promisedMinutes = Infinity } = items[index] ?? {}
    this.accounts[index]?.add(stretch, { share, promisedMinutes }, curve)
  }
}
