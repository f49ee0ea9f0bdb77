import type { ProviderId } from '../provider/provider-catalogue.ts'
import { windowStart } from '../quota/windows.ts'
import { MINUTE_MS } from '../time/durations.ts'
import type { PlanFacts } from './plan-facts.ts'
import type { PlanSource } from './plan-input.ts'
import { planWindow } from './plan-window.ts'
import type { PlannedProvider } from './planned-provider.ts'

type OpenWindow = { used: number; readonly limit: number }

type Charge = { readonly atMs: number; weight: number }

/** The windows of all sources over the ticks of a planned day, added up once a tick. */
export class DayLedger {
  readonly #facts: Pick<PlanFacts, 'options' | 'sources'>
  /** By tick. */
  readonly #charges = new Map<ProviderId, Charge[]>()
  /** Nothing of a source that cannot be asked. */
  readonly #open = new Map<ProviderId, readonly OpenWindow[]>()
  #at: Date

  constructor(facts: Pick<PlanFacts, 'options' | 'sources'>) {
    this.#facts = facts
    this.#at = facts.options.at
  }

  /** Begins a tick. */
  sourcesAt(at: Date): PlanSource[] {
    this.#at = at
    const { options, sources } = this.#facts
    this.#open.clear()
    return sources.map((before, index) => {
      const provider = options.providers[index]
      const source = this.#sourceNow(before, provider)
      if (!provider || !source.isUsable) return source
      const charge = { atMs: at.getTime(), weight: 0 }
      this.#charges.set(provider.id, [...(this.#charges.get(provider.id) ?? []), charge])
      this.#open.set(
        provider.id,
        source.windows.map(({ used, limit }) => ({ used, limit })),
      )
      return source
    })
  }

  /** In every window, or in none. */
  reserve(id: ProviderId, weight: number): boolean {
    const windows = this.#open.get(id)
    const charge = this.#charges.get(id)?.at(-1)
    if (!windows || !charge) return false
    if (windows.some(({ used, limit }) => used + weight > limit + 1e-9)) return false
    for (const window of windows) window.used += weight
    charge.weight += weight
    return true
  }

  #sourceNow(source: PlanSource, provider: PlannedProvider | undefined): PlanSource {
    const quota = provider?.quota ?? []
    const usedToday = quota.length > 0 ? this.#usedSince(provider, windowStart('day', this.#at)) : 0
    const windows = quota.map((limit, index) => {
      const begun = source.windows[index]
      const isSame = begun !== undefined && begun.end * MINUTE_MS > this.#at.getTime()
      const isToday = sameDay(this.#at, this.#facts.options.at)
      const used = this.#usedSince(provider, windowStart(limit, this.#at))
      return planWindow(
        limit,
        {
          used: used + (isSame ? begun.used : 0),
          usedToday: usedToday + (isToday ? (begun?.usedToday ?? 0) : 0),
        },
        this.#at,
      )
    })
    return { ...source, windows }
  }

  #usedSince(provider: PlannedProvider | undefined, since: Date): number {
    const charges = provider ? (this.#charges.get(provider.id) ?? []) : []
    return charges
      .filter(({ atMs }) => atMs >= since.getTime())
      .reduce((sum, { weight }) => sum + weight, 0)
  }
}

const sameDay = (one: Date, other: Date): boolean =>
  windowStart('day', one).getTime() === windowStart('day', other).getTime()
