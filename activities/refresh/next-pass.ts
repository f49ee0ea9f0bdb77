import type { Pass, PassToCome } from '../../contracts/refresh-activities.ts'
import { retryWaitMs, failureOf, type Attempt } from '../../domain/provider/attempt.ts'
import { backOffMs } from '../../domain/time/back-off.ts'
import type { CityId } from '../../domain/city/city.ts'
import type { CityOutcome } from '../../domain/provider/outcome.ts'

/** Collects the cities that a further pass is to request again. */
export class NextPass {
  readonly #pass: Pass | undefined
  readonly #backOffMs: number
  readonly #now: () => Date
  readonly #waitsMs = new Map<CityId, number>()

  constructor(pass: Pass | undefined, now: () => Date) {
    this.#pass = pass
    this.#backOffMs = pass ? backOffMs(pass.timings.initialMs, pass.number) : Infinity
    this.#now = now
  }

  /** Whether a city with this ending will be asked about again. */
  takes(attempts: readonly Attempt[], outcome: CityOutcome): boolean {
    return this.#waitMs(attempts, outcome) !== undefined
  }

  add(cityId: CityId, attempts: readonly Attempt[]): void {
    this.#waitsMs.set(cityId, waitMsOf(attempts, this.#pass?.timings.longestWaitMs ?? 0) ?? 0)
  }

  get again(): PassToCome | undefined {
    if (!this.#pass || this.#waitsMs.size === 0) return undefined
    const { number, timings } = this.#pass
    const waits = [...this.#waitsMs.values()]
    // No pass follows the last one, so it waits for the city that waits longest.
    const isNextTheLast = number + 1 >= timings.most
    const waitMs = isNextTheLast ? Math.max(...waits) : Math.min(...waits)
    return { cityIds: [...this.#waitsMs.keys()], waitMs: Math.max(waitMs, this.#backOffMs) }
  }

  #waitMs(attempts: readonly Attempt[], outcome: CityOutcome): number | undefined {
    if (!this.#pass || outcome === 'ok') return undefined
    const { number, timings, noneAfterMs } = this.#pass
    if (number >= timings.most) return undefined
    const askedForMs = waitMsOf(attempts, timings.longestWaitMs)
    if (askedForMs === undefined) return undefined
    const waitMs = Math.max(askedForMs, this.#backOffMs)
    return this.#now().getTime() + waitMs < noneAfterMs ? waitMs : undefined
  }
}

/** What one provider answered and could not be stored, another may answer better at once. */
export const waitMsOf = (
  attempts: readonly Attempt[],
  longestWaitMs: number,
): number | undefined =>
  attempts.some((attempt) => failureOf(attempt) === 'not-stored')
    ? 0
    : retryWaitMs(attempts, longestWaitMs)
