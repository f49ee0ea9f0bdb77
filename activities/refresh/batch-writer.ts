import { setTimeout as sleep } from 'node:timers/promises'
import { backOffMs } from '../../domain/time/back-off.ts'

interface Waiting<Item, Result> {
  readonly item: Item
  readonly signal: AbortSignal
  readonly resolve: (result: Result) => void
  readonly reject: (reason: unknown) => void
}

export interface BatchWriterOptions {
  readonly maxItems: number
  readonly lingerMs: number
  /** Whether the same write may succeed later. */
  readonly isPassing: (error: unknown) => boolean
  /** How long a write is tried again before those who wait for it learn of the error. */
  readonly maxRetryMs: number
  readonly retryInitialMs?: number
}

const RETRY_INITIAL_MS = 250

/**
 * Makes one multi-row write of concurrent items: those that arrive during a write are queued and
 * written together by the next one. A write that fails for a transient reason is retried, without
 * the items whose signal is aborted.
 */
export function createBatchWriter<Item, Result>(
  write: Write<Item, Result>,
  options: BatchWriterOptions,
): (item: Item, signal: AbortSignal) => Promise<Result> {
  const writer = new BatchWriter(write, options)
  return (item, signal) => writer.add(item, signal)
}

type Write<Item, Result> = (items: readonly Item[]) => Promise<readonly Result[]>

class BatchWriter<Item, Result> {
  readonly #write: Write<Item, Result>
  readonly #options: BatchWriterOptions
  #queued: Waiting<Item, Result>[] = []
  #isWriting = false

  constructor(write: Write<Item, Result>, options: BatchWriterOptions) {
    this.#write = write
    this.#options = options
  }

  add(item: Item, signal: AbortSignal): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#queued.push({ item, signal, resolve, reject })
      if (!this.#isWriting) void this.#drain()
    })
  }

  async #drain(): Promise<void> {
    const { lingerMs, maxItems } = this.#options
    this.#isWriting = true
    await sleep(lingerMs)
    while (this.#queued.length > 0) {
      const batch = this.#queued.slice(0, maxItems)
      this.#queued = this.#queued.slice(maxItems)
      await this.#writeBatch(batch)
    }
    this.#isWriting = false
  }

  async #writeBatch(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    const { isPassing, maxRetryMs, retryInitialMs = RETRY_INITIAL_MS } = this.#options
    const deadlineMs = Date.now() + maxRetryMs
    let waiting = batch
    for (let tries = 1; waiting.length > 0; tries++) {
      try {
        const results = await this.#write(waiting.map(({ item }) => item))
        for (const [index, { resolve }] of waiting.entries()) resolve(results[index] as Result)
        return
      } catch (error) {
        const waitMs = backOffMs(retryInitialMs, tries)
        const isOver = !isPassing(error) || Date.now() + waitMs > deadlineMs
        if (!isOver) await sleep(waitMs)
        const goesOn = ({ signal }: Waiting<Item, Result>) => !isOver && !signal.aborted
        for (const one of waiting) if (!goesOn(one)) one.reject(error)
        waiting = waiting.filter(goesOn)
      }
    }
  }
}
