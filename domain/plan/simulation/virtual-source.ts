import type { PlanSource } from '../plan-input.ts'
import { VirtualLedger, type VirtualLimit, type WindowUse } from './virtual-ledger.ts'

/** From a moment to another, in minutes since 1970. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

export interface VirtualSourceOptions {
  readonly id: string
  readonly updateMinutes: number
  readonly unitsPerCall: number
  readonly callsPerTick: number
  readonly limits: readonly VirtualLimit[]
  readonly down?: readonly Stretch[]
  /** Share of calls that fail by themselves. */
  readonly failedShare?: number
  readonly peopleShare?: number
}

export const OUTCOMES = ['answered', 'failed', 'refused', 'not-sent'] as const

export type VirtualOutcome = (typeof OUTCOMES)[number]

/** As the circuit breaker judges: so many of the latest calls, and at least so many of them. */
const JUDGED = 10
const LEAST_JUDGED = 5
const FAILED_SHARE = 0.6

/** A provider in virtual time: its ledger, its outages, its circuit breaker, its update interval. */
export class VirtualSource {
  readonly #options: VirtualSourceOptions
  readonly #ledger: VirtualLedger
  readonly #random: () => number
  readonly counts = { answered: 0, failed: 0, refused: 0, 'not-sent': 0, wasted: 0 }
  #latest: boolean[] = []
  #openSince: number | undefined

  constructor(options: VirtualSourceOptions, now: number, random: () => number) {
    this.#options = options
    this.#ledger = new VirtualLedger(options.limits, now, options.peopleShare ?? 0)
    this.#random = random
  }

  get id(): string {
    return this.#options.id
  }

  /** What the planner sees of it. */
  view(now: number): PlanSource {
    const { id, updateMinutes, unitsPerCall, callsPerTick } = this.#options
    const windows = this.#ledger.windows(now)
    return { id, updateMinutes, unitsPerCall, callsPerTick, windows, isUsable: !this.isOpen }
  }

  get isOpen(): boolean {
    return this.#openSince !== undefined
  }

  uses(): WindowUse[] {
    return this.#ledger.uses()
  }

  scaleLimits(factor: number): void {
    this.#ledger.scale(factor)
  }

  /** A call for an item that was last asked for here at `askedAt`. */
  send(now: number, calls: number, askedAt: number | undefined): VirtualOutcome {
    const outcome = this.#outcomeOf(now, calls)
    this.counts[outcome]++
    const isEarly = askedAt !== undefined && now - askedAt + 0.5 < this.#options.updateMinutes
    if (outcome === 'answered' && isEarly) this.counts.wasted++
    return outcome
  }

  /** The circuit's probe, once a tick while it is open: one call that is charged. */
  probe(now: number): void {
    if (!this.isOpen) return
    if (!this.#ledger.reserve(this.#options.unitsPerCall, now)) return
    if (this.#isDown(now)) {
      this.counts.failed++
      return
    }
    this.counts.answered++
    this.#openSince = undefined
    this.#latest = []
  }

  #outcomeOf(now: number, calls: number): VirtualOutcome {
    if (this.isOpen) return 'not-sent'
    if (!this.#ledger.reserve(calls * this.#options.unitsPerCall, now)) return 'refused'
    const hasFailed = this.#isDown(now) || this.#random() < (this.#options.failedShare ?? 0)
    this.#judge(hasFailed, now)
    return hasFailed ? 'failed' : 'answered'
  }

  #isDown(now: number): boolean {
    return (this.#options.down ?? []).some(({ from, to }) => now >= from && now < to)
  }

  #judge(hasFailed: boolean, now: number): void {
    this.#latest = [...this.#latest, hasFailed].slice(-JUDGED)
    const failed = this.#latest.filter(Boolean).length
    if (this.#latest.length >= LEAST_JUDGED && failed / this.#latest.length >= FAILED_SHARE) {
      this.#openSince = now
    }
  }
}
