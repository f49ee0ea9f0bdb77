import { FailureWindow } from '../../provider/failure-window.ts'
import type { Ceiling } from '../failover-ceilings.ts'
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
  /** Minutes by which the clock that the ledger goes by is wrong at a moment. */
  readonly clockError?: (now: number) => number
}

export const OUTCOMES = ['answered', 'failed', 'refused', 'not-sent'] as const

export type VirtualOutcome = (typeof OUTCOMES)[number]

export interface VirtualCall {
  readonly calls: number
  /** When the source was last asked for the same. */
  readonly askedAt: number | undefined
  readonly ceiling?: Ceiling | undefined
}

/** A provider in virtual time: its ledger, its outages, its circuit breaker, its update interval. */
export class VirtualSource {
  readonly #options: VirtualSourceOptions
  readonly #ledger: VirtualLedger
  readonly #random: () => number
  readonly counts = { answered: 0, failed: 0, refused: 0, 'not-sent': 0, wasted: 0 }
  #latest = new FailureWindow()
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
    const windows = this.#ledger.windows(this.#byClock(now))
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

  /** What a process that starts again still knows is what the database holds. */
  restart(): void {
    this.#latest = new FailureWindow()
  }

  send(now: number, call: VirtualCall): VirtualOutcome {
    const { askedAt } = call
    const outcome = this.#outcomeOf(now, call)
    this.counts[outcome]++
    const isEarly = askedAt !== undefined && now - askedAt + 0.5 < this.#options.updateMinutes
    if (outcome === 'answered' && isEarly) this.counts.wasted++
    return outcome
  }

  /** The circuit's probe, once a tick while it is open: one call that is charged. */
  probe(now: number): void {
    if (!this.isOpen) return
    if (!this.#ledger.reserve(this.#options.unitsPerCall, this.#byClock(now))) return
    if (this.#isDown(now)) {
      this.counts.failed++
      return
    }
    this.counts.answered++
    this.#openSince = undefined
    this.#latest = new FailureWindow()
  }

  #outcomeOf(now: number, { calls, ceiling }: VirtualCall): VirtualOutcome {
    if (this.isOpen) return 'not-sent'
    const units = calls * this.#options.unitsPerCall
    if (!this.#ledger.reserve(units, this.#byClock(now), ceiling)) return 'refused'
    const hasFailed = this.#isDown(now) || this.#random() < (this.#options.failedShare ?? 0)
    if (this.#latest.isOpenedBy(hasFailed)) this.#openSince = now
    return hasFailed ? 'failed' : 'answered'
  }

  #byClock(now: number): number {
    return now + (this.#options.clockError?.(now) ?? 0)
  }

  #isDown(now: number): boolean {
    return (this.#options.down ?? []).some(({ from, to }) => now >= from && now < to)
  }
}
