/** Calls `flush` at the earliest of the times it was scheduled for. */
export class FlushTimer {
  readonly #flush: () => void
  #next: { readonly atMs: number; readonly timer: NodeJS.Timeout } | undefined

  constructor(flush: () => void) {
    this.#flush = flush
  }

  flushWithin(waitMs: number): void {
    const atMs = performance.now() + waitMs
    if (this.#next && this.#next.atMs <= atMs) return
    clearTimeout(this.#next?.timer)
    const timer = setTimeout(() => {
      this.#next = undefined
      this.#flush()
    }, waitMs)
    this.#next = { atMs, timer }
  }
}
