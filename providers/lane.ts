import type { Lane, LaneOptions } from './lane-port.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import type { PlaceAnswer, PlaceRequest, WeatherProvider } from '../domain/provider/provider.ts'
import { BatchQueue } from './batch-queue.ts'
import { BatchSender, type BatchSenderDeps } from './batch-sender.ts'
import { FlushTimer } from './flush-timer.ts'
import type { PendingRequest } from './pending-request.ts'

/** A request that would queue longer than this goes to the next provider instead. */
const MAX_QUEUE_MS = 30_000

export const createLane = (deps: BatchSenderDeps): Lane => new BatchingLane(deps)

/**
 * Requests queue while `maxInFlight` batches are under way. When one ends, the next batch takes as
 * many of them as the provider accepts in one request, a person's first.
 */
class BatchingLane implements Lane {
  readonly provider: WeatherProvider
  readonly #sender: BatchSender
  readonly #queue = new BatchQueue()
  readonly #flushTimer = new FlushTimer(() => {
    this.#flush()
  })
  #inFlight = 0

  constructor(deps: BatchSenderDeps) {
    this.provider = deps.provider
    this.#sender = new BatchSender(deps)
  }

  send(request: PlaceRequest, options: LaneOptions): Promise<PlaceAnswer> {
    const { maxPlacesPerRequest, pace } = this.provider
    const queueMs = (this.#queue.size / maxPlacesPerRequest) * pace.spacingMs
    const mayQueue = options.priority === 'person' || options.maxQuotaWaitMs > 0
    if (!mayQueue && queueMs > MAX_QUEUE_MS) {
      return Promise.resolve(queueIsFull(this.provider, queueMs))
    }
    const answer = this.#queue.enqueue(request, options)
    this.#flushTimer.flushWithin(this.#queue.lingerMs(maxPlacesPerRequest) ?? 0)
    return answer
  }

  #flush(): void {
    const { maxPlacesPerRequest, pace } = this.provider
    while (this.#inFlight < pace.maxInFlight) {
      const batch = this.#queue.take(maxPlacesPerRequest)
      if (batch.length === 0) return
      this.#inFlight += 1
      void this.#dispatch(batch).finally(() => {
        this.#inFlight -= 1
        const lingerMs = this.#queue.lingerMs(maxPlacesPerRequest)
        if (lingerMs !== undefined) this.#flushTimer.flushWithin(lingerMs)
      })
    }
  }

  /** Never rejects: a failure is the answer to every request of the batch. */
  async #dispatch(batch: readonly PendingRequest[]): Promise<void> {
    const byCity = new Map(batch.map((pending) => [pending.cityId, pending]))
    try {
      for (const request of this.provider.price(batch.map((pending) => pending.request))) {
        const carried = request.places.flatMap(({ id }) => byCity.get(id) ?? [])
        const answers = await this.#sender.send(request, carried)
        for (const pending of carried) pending.add(request.products, answers.get(pending.cityId))
      }
      for (const pending of batch) pending.settle()
    } catch (error) {
      for (const pending of batch) pending.fail(error)
    }
  }
}

function queueIsFull({ id }: WeatherProvider, queueMs: number): PlaceAnswer {
  const message = `${id}: its pace keeps ${Math.round(queueMs / 1000)} s of requests in its queue already`
  const error = new ProviderError('queue-full', message, { retryAfterMs: queueMs })
  return { kind: 'failed', error }
}
