import { inTurn } from '../../provider/chain-order.ts'
import { failoverCeilings, type Ceiling } from '../failover-ceilings.ts'
import type { PlanItem } from '../plan-input.ts'
import type { TickPlan } from '../plan-tick.ts'
import { poisson } from './random.ts'
import type { VirtualSource } from './virtual-source.ts'

const DAY = 24 * 60

export type VirtualItem = {
  -readonly [Key in keyof PlanItem]: Key extends 'askedAt' ? number[] : PlanItem[Key]
} & {
  /** What requests really are, where the planner only has an estimate. */
  trueWeight: number
}

export interface VirtualCallsOptions {
  readonly items: VirtualItem[]
  readonly tickMinutes: number
  readonly peopleCallsPerDay?: number
  readonly longestDelayMinutes?: number
}

/** Makes the calls of a plan, as the chain does, and those of people. */
export class VirtualCalls {
  readonly #options: VirtualCallsOptions
  readonly #sources: readonly VirtualSource[]
  readonly #random: () => number
  /** Since it was last set to zero. */
  made = 0
  readonly people = { refused: 0, served: 0 }

  constructor(
    options: VirtualCallsOptions,
    sources: readonly VirtualSource[],
    random: () => number,
  ) {
    this.#options = options
    this.#sources = sources
    this.#random = random
  }

  /** All calls of the plan, or as many as are made before the process dies. */
  carryOut(plan: TickPlan, now: number, diesAfter = Infinity): void {
    const { longestDelayMinutes = 0 } = this.#options
    const ceilings = new Map(Object.entries(failoverCeilings(plan)))
    let made = 0
    for (const { one, supply } of plan.layers.flatMap(({ calls }) => calls)) {
      const item = one.item as VirtualItem
      // Another planner of this tick has claimed and served it.
      if (item.dataAt >= now) continue
      const at = now + longestDelayMinutes * this.#random()
      if (made++ >= diesAfter) {
        this.#sources[supply.index]?.send(at, { calls: item.cost, askedAt: undefined })
        return
      }
      this.#serve(item, supply.index, ceilings, at)
    }
  }

  /** One after the other; those that were not planned have a ceiling. */
  #serve(
    item: VirtualItem,
    planned: number,
    ceilings: ReadonlyMap<string, Ceiling>,
    at: number,
  ): void {
    for (const index of inTurn([...this.#sources.keys()], planned, () => true)) {
      const source = this.#sources[index]
      if (!source) continue
      const isPlanned = index === planned
      if (!isPlanned && !isAble(item, index, source, at)) continue
      const ceiling = isPlanned ? undefined : ceilings.get(source.id)
      if (this.#ask(item, index, at, ceiling) === 'answered') return
    }
  }

  peopleAsk(now: number): void {
    const { peopleCallsPerDay = 0, tickMinutes, items } = this.#options
    if (peopleCallsPerDay === 0) return
    const asks = poisson(this.#random, (peopleCallsPerDay * tickMinutes) / DAY)
    for (let ask = 0; ask < asks; ask++) {
      const item = items[Math.floor(this.#random() * items.length)]
      if (!item) continue
      const at = now + this.#random() * tickMinutes
      const isServed = [...this.#sources.keys()].some(
        (index) => this.#ask(item, index, Math.max(at, item.dataAt)) === 'answered',
      )
      this.people[isServed ? 'served' : 'refused']++
    }
  }

  #ask(item: VirtualItem, index: number, at: number, ceiling?: Ceiling) {
    const outcome = this.#sources[index]?.send(at, {
      calls: item.cost,
      askedAt: item.askedAt[index],
      ceiling,
    })
    if (outcome === 'answered' || outcome === 'failed') this.made += item.cost
    if (outcome === 'answered') {
      item.askedAt[index] = at
      item.dataAt = at
    }
    return outcome
  }
}

function isAble(item: VirtualItem, index: number, source: VirtualSource, at: number): boolean {
  if ((item.servedBy & (1 << index)) === 0 || source.isOpen) return false
  const { updateMinutes } = source.view(at)
  const askedAt = item.askedAt[index]
  return askedAt === undefined || at - askedAt >= updateMinutes
}
