import type { DemandCurve } from '../demand-curve.ts'
import { EVERY_ITEM, freshnessOf, planOfUsualDay } from '../foresight.ts'
import type { PlanItem } from '../plan-input.ts'
import { planTick, type TickPlan } from '../plan-tick.ts'
import { AgeAccount } from './age-account.ts'
import { poisson, seededRandom } from './random.ts'
import { VirtualSource, type VirtualSourceOptions } from './virtual-source.ts'

const DAY = 24 * 60

export type VirtualItem = {
  -readonly [Key in keyof PlanItem]: Key extends 'askedAt' ? number[] : PlanItem[Key]
} & {
  /** What requests really are, where the planner only has an estimate. */
  trueWeight: number
}

export interface VirtualDaysOptions {
  readonly items: VirtualItem[]
  readonly sources: readonly VirtualSourceOptions[]
  readonly curve: DemandCurve
  readonly tickMinutes: number
  /** A midnight, in minutes since 1970. */
  readonly start: number
  /** Until then nothing is counted. */
  readonly countFrom: number
  readonly end: number
  readonly seed: number
  /** Calls a day that people make beside the plan. */
  readonly peopleCallsPerDay?: number
  /** How long after its tick a call is answered, at the most. */
  readonly longestDelayMinutes?: number
  /** How many planners run at each tick, none knowing of the others. */
  readonly planners?: number
  /** Minutes by which the planner's clock is wrong at a moment. */
  readonly clockError?: (now: number) => number
  /** Ticks that nothing runs at: a restart, a machine that slept. */
  readonly isAsleep?: (now: number) => boolean
  readonly onTick?: (now: number, sources: readonly VirtualSource[], items: VirtualItem[]) => void
}

export interface VirtualTick {
  readonly at: number
  readonly calls: number
  readonly plan: TickPlan
}

export interface VirtualDaysReport {
  readonly meanAge: number
  /** The same, as each tick's plan foresaw it, averaged. */
  readonly foreseenMeanAge: number
  readonly foreseenLongestGap: number
  readonly accounts: readonly AgeAccount[]
  readonly sources: readonly VirtualSource[]
  /** Calls of each counted tick. */
  readonly callsByTick: readonly number[]
  /** People who were refused. */
  readonly peopleRefused: number
  readonly peopleServed: number
  /** The longest that any plan stretched a promise to, by the promise. */
  readonly longestKept: ReadonlyMap<number, number>
}

/** Plans and carries out days in virtual time, with exact accounts of every age. */
export function virtualDays(options: VirtualDaysOptions): VirtualDaysReport {
  return new VirtualDays(options).run()
}

class VirtualDays {
  readonly #options: VirtualDaysOptions
  readonly #random: () => number
  readonly #sources: readonly VirtualSource[]
  readonly #accounts: readonly AgeAccount[]
  readonly #callsByTick: number[] = []
  readonly #foreseen: number[] = []
  #foreseenLongest = 0
  #calls = 0
  #people = { refused: 0, served: 0 }
  readonly #longestKept = new Map<number, number>()

  constructor(options: VirtualDaysOptions) {
    this.#options = options
    this.#random = seededRandom(options.seed)
    this.#sources = options.sources.map(
      (source, index) =>
        new VirtualSource(source, options.start, seededRandom(options.seed + 101 * (index + 1))),
    )
    this.#accounts = options.items.map(({ minutesAhead }) => new AgeAccount(minutesAhead))
  }

  run(): VirtualDaysReport {
    const { start, end, tickMinutes, onTick, items } = this.#options
    for (let now = start; now < end; now += tickMinutes) {
      onTick?.(now, this.#sources, items)
      this.#tick(now)
    }
    return {
      meanAge: AgeAccount.meanAge(this.#accounts),
      foreseenMeanAge: this.#foreseen.reduce((sum, one) => sum + one, 0) / this.#foreseen.length,
      foreseenLongestGap: this.#foreseenLongest,
      accounts: this.#accounts,
      sources: this.#sources,
      callsByTick: this.#callsByTick,
      peopleRefused: this.#people.refused,
      peopleServed: this.#people.served,
      longestKept: this.#longestKept,
    }
  }

  #tick(now: number): void {
    const { items, tickMinutes, countFrom, planners = 1 } = this.#options
    const before = items.map(({ dataAt }) => dataAt)
    this.#calls = 0
    for (const source of this.#sources) source.probe(now)
    const isAsleep = this.#options.isAsleep?.(now) === true
    const plans = Array.from({ length: isAsleep ? 0 : planners }, (_, index) =>
      this.#planAt(now, index),
    )
    for (const plan of plans) this.#carryOut(plan, now)
    if (!isAsleep) this.#peopleAsk(now)
    if (now < countFrom) return
    this.#callsByTick.push(this.#calls)
    this.#foresee(plans)
    for (const [index, item] of items.entries()) {
      const old = before[index] ?? -Infinity
      const renewedAt = Math.min(Math.max(item.dataAt, now), now + tickMinutes)
      const isRenewed = item.dataAt !== old && item.dataAt < now + tickMinutes
      const until = isRenewed ? renewedAt : now + tickMinutes
      this.#account(index, { from: now, to: until, dataAt: old })
      if (isRenewed) {
        this.#account(index, { from: until, to: now + tickMinutes, dataAt: item.dataAt })
      }
    }
  }

  #account(index: number, stretch: { from: number; to: number; dataAt: number }): void {
    const { curve, items } = this.#options
    const { trueWeight: share = 0, promisedMinutes = Infinity } = items[index] ?? {}
    this.#accounts[index]?.add(stretch, { share, promisedMinutes }, curve)
  }

  #planAt(now: number, planner: number): TickPlan {
    const { items, tickMinutes, curve, seed, clockError } = this.#options
    const believed = now + (clockError?.(now) ?? 0)
    const sources = this.#sources.map((source) => source.view(now))
    const input = { now: believed, tickMinutes, items, sources, curve, seed: seed + planner }
    const plan = planTick(input)
    for (const { promisedMinutes, keptMinutes } of plan.promises) {
      const longest = Math.max(keptMinutes, this.#longestKept.get(promisedMinutes) ?? 0)
      this.#longestKept.set(promisedMinutes, longest)
    }
    return plan
  }

  #foresee(plans: readonly TickPlan[]): void {
    const [first] = plans
    // Once a day is enough: limits change rarely.
    if (!first || first.input.now % DAY !== 0) return
    const plan = planOfUsualDay(first.input)
    const { meanAge, longestGap } = freshnessOf(plan, EVERY_ITEM)
    this.#foreseen.push(meanAge ?? 0)
    this.#foreseenLongest = Math.max(this.#foreseenLongest, longestGap ?? 0)
  }

  #carryOut(plan: TickPlan, now: number): void {
    const { longestDelayMinutes = 0 } = this.#options
    for (const { calls } of plan.layers) {
      for (const { one, supply } of calls) {
        const item = one.item as VirtualItem
        // Another planner of this tick has claimed and served it.
        if (item.dataAt >= now) continue
        const at = now + longestDelayMinutes * this.#random()
        if (this.#ask(item, supply.index, at) === 'answered') continue
        this.#fallBack(item, supply.index, at)
      }
    }
  }

  /** As the chain does: what one source failed, the next one that can serve it is asked. */
  #fallBack(item: VirtualItem, failed: number, at: number): void {
    for (const [index, source] of this.#sources.entries()) {
      const isAble = index !== failed && (item.servedBy & (1 << index)) !== 0 && !source.isOpen
      const { updateMinutes } = source.view(at)
      const askedAt = item.askedAt[index]
      if (!isAble || (askedAt !== undefined && at - askedAt < updateMinutes)) continue
      if (this.#ask(item, index, at) === 'answered') return
    }
  }

  #ask(item: VirtualItem, index: number, at: number) {
    const outcome = this.#sources[index]?.send(at, item.cost, item.askedAt[index])
    if (outcome === 'answered' || outcome === 'failed') this.#calls += item.cost
    if (outcome === 'answered') {
      item.askedAt[index] = at
      item.dataAt = at
    }
    return outcome
  }

  #peopleAsk(now: number): void {
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
      this.#people[isServed ? 'served' : 'refused']++
    }
  }
}
