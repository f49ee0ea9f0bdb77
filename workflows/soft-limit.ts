import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow'
import type { RunLimits } from '../contracts/job.ts'

/**
 * An absolute deadline over a whole chain of runs: past it no work is started; what is still under
 * way after the grace is cancelled.
 */
export class SoftLimit {
  readonly #deadlineMs: number
  readonly #graceMs: number
  readonly #scope = new CancellationScope()
  #isPast = false
  #hasCancelled = false

  constructor(startedAtMs: number, { softLimitMs, softGraceMs }: RunLimits) {
    this.#deadlineMs = startedAtMs + softLimitMs
    this.#graceMs = softGraceMs
  }

  /** By the clock as well: a run that begins past it must not wait for its timer. */
  get isPast(): boolean {
    return this.#isPast || Date.now() >= this.#deadlineMs
  }

  /** In ms since 1970; activities that loop end when it is reached. */
  get deadlineMs(): number {
    return this.#deadlineMs
  }

  /** Runs work under the limit; `cut-short` when the grace ran out and the work was cancelled. */
  async over<Result>(work: () => Promise<Result>): Promise<Result | 'cut-short'> {
    const clock = new CancellationScope()
    const watch = clock.run(() => this.#watch())
    try {
      return await this.#scope.run(work)
    } catch (error) {
      // Whatever the error: an activity may fail for its own reason after its cancellation.
      if (this.#hasCancelled) return 'cut-short'
      throw error
    } finally {
      clock.cancel()
      await watch
    }
  }

  async #watch(): Promise<void> {
    try {
      await sleep(Math.max(1, this.#deadlineMs - Date.now()), { summary: 'soft limit' })
      this.#isPast = true
      const graceMs = Math.max(1, this.#deadlineMs + this.#graceMs - Date.now())
      await sleep(graceMs, { summary: 'grace after the soft limit' })
      this.#hasCancelled = true
      this.#scope.cancel()
    } catch (error) {
      if (!isCancellation(error)) throw error
    }
  }
}
