import { windowEnd, windowStart, type QuotaWindow } from '../../quota/windows.ts'
import { MINUTE_MS } from '../../time/durations.ts'
import type { Ceiling } from '../failover-ceilings.ts'
import type { PlanWindow } from '../plan-input.ts'

export interface VirtualLimit {
  readonly window: QuotaWindow
  readonly limit: number
}

/** How far a window was used when it ended, or by now. */
export interface WindowUse extends VirtualLimit {
  readonly start: number
  readonly end: number
  readonly used: number
}

const DAY = 24 * 60

type OpenWindow = { window: QuotaWindow; limit: number; start: number; end: number; used: number }

/** The ledger's rule in virtual time: a call is charged in every window, or in none. */
export class VirtualLedger {
  readonly #open: OpenWindow[]
  readonly #ended: WindowUse[] = []
  readonly #peopleShare: number
  #today = { day: -1, used: 0 }

  constructor(limits: readonly VirtualLimit[], now: number, peopleShare: number) {
    this.#peopleShare = peopleShare
    this.#open = limits.map((limit) => ({ ...limit, ...boundsOf(limit.window, now), used: 0 }))
  }

  /** False, and nothing charged, where a window has not so much left. */
  reserve(units: number, now: number, ceiling: Ceiling = {}): boolean {
    this.#roll(now)
    const isFull = this.#open.some(
      ({ window, used, limit }) => used + units > Math.min(limit, ceiling[window] ?? Infinity),
    )
    if (isFull) return false
    for (const window of this.#open) window.used += units
    this.#today.used += units
    return true
  }

  /** A provider that changes a limit. */
  scale(factor: number): void {
    for (const window of this.#open) window.limit *= factor
  }

  windows(now: number): PlanWindow[] {
    this.#roll(now)
    return this.#open.map(({ window, start, end, limit, used }) => ({
      window,
      kind: 'fixed',
      start,
      end,
      limit,
      used,
      usedToday: Math.min(used, this.#today.used),
      todayStart: this.#today.day * DAY,
      peopleShare: this.#peopleShare,
    }))
  }

  /** Every window so far, those that are still open included. */
  uses(): WindowUse[] {
    return [...this.#ended, ...this.#open.map((window) => ({ ...window }))]
  }

  #roll(now: number): void {
    const day = Math.floor(now / DAY)
    if (day > this.#today.day) this.#today = { day, used: 0 }
    for (const open of this.#open) {
      if (now < open.end) continue
      this.#ended.push({ ...open })
      Object.assign(open, boundsOf(open.window, now), { used: 0 })
    }
  }
}

function boundsOf(window: QuotaWindow, now: number) {
  const at = new Date(now * MINUTE_MS)
  return {
    start: windowStart(window, at).getTime() / MINUTE_MS,
    end: windowEnd(window, at).getTime() / MINUTE_MS,
  }
}
