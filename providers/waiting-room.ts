import type { Product } from '../domain/product.ts'
import { ProviderError } from '../domain/provider-error.ts'
import type { Ask, MissingProducts, PlaceAnswer, PlaceMemory } from '../domain/provider.ts'
import type { Reading } from '../domain/reading.ts'
import type { LaneAskOptions } from './lane.ts'

/** One ask in a lane, from its arrival to its one answer. */
export interface Waiting {
  readonly ask: Ask
  readonly options: LaneAskOptions
  /** Takes what one of the ask's requests said of its place. */
  take(products: readonly Product[], answer: PlaceAnswer | undefined): void
  /** Answers with all that was taken. */
  settle(): void
  fail(error: unknown): void
}

/** Asks that wait for a place in a request: persons first, then in order of arrival. */
export class WaitingRoom {
  readonly #persons = new Map<string, Waiting[]>()
  readonly #others = new Map<string, Waiting[]>()

  enter(ask: Ask, options: LaneAskOptions): Promise<PlaceAnswer> {
    return new Promise((resolve, reject) => {
      const waiting = waitingFor(ask, options, resolve, reject)
      const queues = options.priority === 'person' ? this.#persons : this.#others
      // Only asks for the same products fit one request.
      const key = ask.products.join()
      const queue = queues.get(key)
      if (queue) queue.push(waiting)
      else queues.set(key, [waiting])
    })
  }

  /** Up to `most` asks that fit one request; a city appears once. */
  take(most: number): Waiting[] {
    const key = this.#nextKey()
    if (key === undefined) return []
    const batch: Waiting[] = []
    const cityIds = new Set<number>()
    for (const queues of [this.#persons, this.#others]) {
      const kept: Waiting[] = []
      for (const waiting of queues.get(key) ?? []) {
        if (waiting.options.signal.aborted) continue
        if (batch.length >= most || cityIds.has(waiting.ask.place.id)) kept.push(waiting)
        else {
          batch.push(waiting)
          cityIds.add(waiting.ask.place.id)
        }
      }
      if (kept.length > 0) queues.set(key, kept)
      else queues.delete(key)
    }
    return batch.length > 0 ? batch : this.take(most)
  }

  get size(): number {
    let waiting = 0
    for (const queues of [this.#persons, this.#others]) {
      for (const queue of queues.values()) waiting += queue.length
    }
    return waiting
  }

  /** How long those who wait would wait for company; undefined when nobody is there. */
  lingerMs(full: number): number | undefined {
    if (this.size >= full) return 0
    let shortest: number | undefined
    for (const queues of [this.#persons, this.#others]) {
      for (const { options } of [...queues.values()].flat()) {
        if (options.lingerMs === 0) return 0
        shortest = Math.min(shortest ?? Infinity, options.lingerMs)
      }
    }
    return shortest
  }

  #nextKey(): string | undefined {
    for (const queues of [this.#persons, this.#others]) {
      for (const key of queues.keys()) return key
    }
    return undefined
  }
}

function waitingFor(
  ask: Ask,
  options: LaneAskOptions,
  resolve: (answer: PlaceAnswer) => void,
  reject: (reason: unknown) => void,
): Waiting {
  const merged = new MergedAnswer()
  const onAbort = (): void => {
    reject(options.signal.reason)
  }
  options.signal.addEventListener('abort', onAbort, { once: true })
  const left = (): void => {
    options.signal.removeEventListener('abort', onAbort)
  }
  return {
    ask,
    options,
    take: (products, answer) => {
      merged.add(products, answer)
    },
    settle: () => {
      left()
      resolve(merged.answer())
    },
    fail: (error) => {
      left()
      reject(error)
    },
  }
}

/** One ask may be carried by several requests; a reading from any of them is a reading. */
class MergedAnswer {
  #reading: Reading = {}
  #memory: PlaceMemory | undefined
  #unchanged = false
  #learned = false
  readonly #missing: MissingProducts[] = []

  add(products: readonly Product[], answer: PlaceAnswer | undefined): void {
    if (!answer) {
      const error = new ProviderError('place-missing', `no ${products.join(', ')} in the answer`)
      this.#missing.push({ products, error })
      return
    }
    if (answer.memory) this.#memory = { ...this.#memory, ...answer.memory }
    if (answer.kind === 'reading') {
      this.#reading = { ...this.#reading, ...answer.reading }
      this.#missing.push(...(answer.missing ?? []))
    }
    if (answer.kind === 'unchanged') this.#unchanged = true
    if (answer.kind === 'learned') this.#learned = true
    if (answer.kind === 'failed') this.#missing.push({ products, error: answer.error })
  }

  answer(): PlaceAnswer {
    const memory = this.#memory
    if (Object.keys(this.#reading).length > 0) {
      const learned = this.#learned
      const missing = this.#missing
      const reading = this.#reading
      return { kind: 'reading', reading, missing, learned, ...(memory && { memory }) }
    }
    if (this.#unchanged && memory) return { kind: 'unchanged', memory }
    if (this.#learned && memory) return { kind: 'learned', memory }
    const error =
      this.#missing[0]?.error ?? new ProviderError('place-missing', 'the place was not answered')
    return { kind: 'failed', error, ...(memory && { memory }) }
  }
}
