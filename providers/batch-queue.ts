import type { PlaceAnswer, PlaceRequest } from '../domain/provider/provider.ts'
import type { LaneOptions } from './lane-port.ts'
import { PendingRequest } from './pending-request.ts'

/** By products and ceiling: only requests that are alike in these fit one batch. */
type QueuesByProducts = Map<string, PendingRequest[]>

/** Requests that wait for a batch: persons first, then in order of arrival. */
export class BatchQueue {
  readonly #persons: QueuesByProducts = new Map()
  readonly #others: QueuesByProducts = new Map()

  async enqueue(request: PlaceRequest, options: LaneOptions): Promise<PlaceAnswer> {
    options.signal.throwIfAborted()
    const pending = new PendingRequest(request, options)
    const queues = options.priority === 'person' ? this.#persons : this.#others
    const key = [request.products.join(), JSON.stringify(options.ceiling ?? null)].join(' ')
    const queue = queues.get(key)
    if (queue) queue.push(pending)
    else queues.set(key, [pending])
    return pending.answer
  }

  /** Takes up to `maxPlaces` requests that fit one batch; a city appears once. */
  take(maxPlaces: number): PendingRequest[] {
    const key = this.#nextKey()
    if (key === undefined) return []
    const batch = new Map<number, PendingRequest>()
    for (const queues of this.#inOrder) {
      const kept: PendingRequest[] = []
      for (const pending of queues.get(key) ?? []) {
        if (pending.isAborted) continue
        if (batch.size >= maxPlaces || batch.has(pending.cityId)) kept.push(pending)
        else batch.set(pending.cityId, pending)
      }
      if (kept.length > 0) queues.set(key, kept)
      else queues.delete(key)
    }
    return batch.size > 0 ? [...batch.values()] : this.take(maxPlaces)
  }

  get size(): number {
    let size = 0
    for (const queues of this.#inOrder) for (const queue of queues.values()) size += queue.length
    return size
  }

  /** The shortest linger of the queued requests, 0 for a full batch; undefined when none is queued. */
  lingerMs(maxPlaces: number): number | undefined {
    const size = this.size
    if (size === 0) return undefined
    if (size >= maxPlaces) return 0
    const queued = this.#inOrder.flatMap((queues) => [...queues.values()].flat())
    return Math.min(...queued.map(({ options }) => options.lingerMs))
  }

  get #inOrder(): readonly QueuesByProducts[] {
    return [this.#persons, this.#others]
  }

  #nextKey(): string | undefined {
    for (const queues of this.#inOrder) {
      for (const key of queues.keys()) return key
    }
    return undefined
  }
}
