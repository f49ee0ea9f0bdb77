import type { DemandCurve } from '../demand-curve.ts'
import { EVERY_ITEM, freshnessOf, planOfUsualDay } from '../foresight.ts'
import { planTick, type TickPlan } from '../plan-tick.ts'
import { AgeAccount } from './age-account.ts'
import { AgeAccounts } from './age-accounts.ts'
import { seededRandom } from './random.ts'
import { VirtualCalls, type VirtualItem } from './virtual-calls.ts'
import { VirtualSource, type VirtualSourceOptions } from './virtual-source.ts'

const DAY = 24 * 60

export type { VirtualItem } from './virtual-calls.ts'

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
  /** Minutes by which the clock of planner and ledger is wrong at a moment. */
  readonly clockError?: (now: number) => number
  /** Ticks that nothing runs at: a restart, a machine that slept. */
  readonly isAsleep?: (now: number) => boolean
  /** After how many calls of a tick the process dies; undefined where it lives. */
  readonly diesAfter?: (now: number) => number | undefined
  readonly onTick?: (now: number, sources: readonly VirtualSource[], items: VirtualItem[]) => void
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
  readonly #sources: readonly VirtualSource[]
  readonly #ages: AgeAccounts
  readonly #callsByTick: number[] = []
  readonly #foreseen: number[] = []
  #foreseenLongest = 0
  readonly #calls: VirtualCalls
  readonly #longestKept = new Map<number, number>()

  constructor(options: VirtualDaysOptions) {
    this.#options = options
    const { start, seed, clockError } = options
    this.#sources = options.sources.map((source, index) => {
      const ofSource = { ...source, ...(clockError && { clockError }) }
      return new VirtualSource(ofSource, start, seededRandom(seed + 101 * (index + 1)))
    })
    this.#calls = new VirtualCalls(options, this.#sources, seededRandom(options.seed))
    this.#ages = new AgeAccounts(options)
  }

  run(): VirtualDaysReport {
    const { start, end, tickMinutes, onTick, items } = this.#options
    for (let now = start; now < end; now += tickMinutes) {
      onTick?.(now, this.#sources, items)
      this.#tick(now)
    }
    return {
      meanAge: AgeAccount.meanAge(this.#ages.accounts),
      foreseenMeanAge: this.#foreseen.reduce((sum, one) => sum + one, 0) / this.#foreseen.length,
      foreseenLongestGap: this.#foreseenLongest,
      accounts: this.#ages.accounts,
      sources: this.#sources,
      callsByTick: this.#callsByTick,
      peopleRefused: this.#calls.people.refused,
      peopleServed: this.#calls.people.served,
      longestKept: this.#longestKept,
    }
  }

  #tick(now: number): void {
    const { items, countFrom, planners = 1 } = this.#options
    const before = items.map(({ dataAt }) => dataAt)
    this.#calls.made = 0
    for (const source of this.#sources) source.probe(now)
    const isAsleep = this.#options.isAsleep?.(now) === true
    if (!isAsleep) this.#dieAndRestart(now)
    const plans = Array.from({ length: isAsleep ? 0 : planners }, (_, index) =>
      this.#planAt(now, index),
    )
    for (const plan of plans) this.#calls.carryOut(plan, now)
    if (!isAsleep) this.#calls.peopleAsk(now)
    if (now < countFrom) return
    this.#callsByTick.push(this.#calls.made)
    this.#foresee(plans)
    this.#ages.countTick(now, before)
  }

  /** What was answered is stored; the call under way is charged, and its answer lost. */
  #dieAndRestart(now: number): void {
    const calls = this.#options.diesAfter?.(now)
    if (calls === undefined) return
    this.#calls.carryOut(this.#planAt(now, 0), now, calls)
    for (const source of this.#sources) source.restart()
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
}
