import { setTimeout as sleep } from 'node:timers/promises'
import type { CityId } from '../domain/city/city.ts'
import { ProviderError, type ProviderErrorKind } from '../domain/provider/provider-error.ts'
import type {
  Answers,
  PlaceAnswer,
  ProviderRequest,
  WeatherProvider,
} from '../domain/provider/provider.ts'
import type { Product } from '../domain/weather/product.ts'
import { rememberRefusals } from './place-memory.ts'
import { PartQuarantined } from './circuit-refusal.ts'
import { MergedAnswer } from './merged-answer.ts'
import type { MeteredProvider } from './metered-provider.ts'
import type { PendingRequest } from './pending-request.ts'
import { whileAnyWants } from './shared-signal.ts'
import { failureOfAll, isRefusal, splitBatch } from './split-batch.ts'

/** After this many tries the places of a batch go to a provider that takes fewer at once. */
const MAX_TRIES = 3
/** Short, because a lane with one request in flight holds up its whole queue during a pause. */
const BACKOFFS_MS = [100, 500]
/** A provider that asks for a longer wait is left to the next provider in the order. */
const MAX_BACKOFF_MS = 3_000

/** After a batch was refused in every part, later batches are not split for this long. */
const NO_SPLIT_MS = 60_000

const TRANSIENT: ReadonlySet<ProviderErrorKind> = new Set([
  'timeout',
  'network',
  'unavailable',
  'not-json',
])

export interface BatchSenderDeps {
  readonly provider: WeatherProvider
  readonly metered: MeteredProvider
  readonly now: () => Date
  /** The pause before the next try, by the number of tries made. */
  readonly pauseMs?: (tries: number) => number
}

/** Sends one batch: retries transient failures, and splits a refused batch to find the bad places. */
export class BatchSender {
  readonly #provider: WeatherProvider
  readonly #metered: MeteredProvider
  readonly #now: () => Date
  readonly #pauseMs: (tries: number) => number
  /** By products, because each product has its own endpoint. */
  readonly #noSplitUntilMs = new Map<string, number>()

  constructor({ provider, metered, now, pauseMs = pauseAfter }: BatchSenderDeps) {
    this.#provider = provider
    this.#metered = metered
    this.#now = now
    this.#pauseMs = pauseMs
  }

  /** Never rejects for a provider's failure: that is the answer to each place. */
  async send(request: ProviderRequest, carried: readonly PendingRequest[]): Promise<Answers> {
    const answers = await this.#sendWithRetries(request, carried)
    const failure = failureOfAll(answers)
    if (failure instanceof PartQuarantined) return this.#sendWithout(failure, request, carried)
    if (!failure || !isRefusal(failure) || carried.length === 1) return answers
    if (!this.#maySplit(request, failure)) return answers
    return this.#split(request, carried, { answers, failure })
  }

  /** The other products do not wait for the one that is quarantined. */
  async #sendWithout(
    quarantined: PartQuarantined,
    { products }: ProviderRequest,
    carried: readonly PendingRequest[],
  ): Promise<Answers> {
    const { part } = quarantined
    const others = products.filter((product) => product !== part)
    const merged = new Map(carried.map(({ cityId }) => [cityId, new MergedAnswer()]))
    const asks = carried.map(({ request }) => ({ ...request, products: others }))
    for (const request of this.#provider.price(asks)) {
      const ids = new Set(request.places.map(({ id }) => id))
      const some = carried.filter(({ cityId }) => ids.has(cityId))
      const answers = await this.send(request, some)
      for (const id of ids) merged.get(id)?.add(request.products, answers.get(id))
    }
    for (const answer of merged.values()) {
      answer.add([part], { kind: 'failed', error: quarantined })
    }
    return new Map([...merged].map(([id, answer]) => [id, answer.answer()]))
  }

  async #sendWithRetries(
    request: ProviderRequest,
    carried: readonly PendingRequest[],
    isPart = false,
  ): Promise<Answers> {
    for (let tries = 1; ; tries++) {
      const answers = await this.#sendOnce(request, carried, isPart)
      const error = failureOfAll(answers)
      if (!error || isSentOnce(request) || tries === MAX_TRIES) return answers
      const askedMs = error.retryAfterMs ?? 0
      if (!TRANSIENT.has(error.kind) || askedMs > MAX_BACKOFF_MS) return answers
      const waitMs = Math.max(askedMs, this.#pauseMs(tries))
      await whileAnyWants(signalsOf(carried), (signal) => sleep(waitMs, undefined, { signal }))
    }
  }

  async #sendOnce(
    request: ProviderRequest,
    carried: readonly PendingRequest[],
    isPart: boolean,
  ): Promise<Answers> {
    const live = carried.filter(({ isAborted }) => !isAborted)
    if (live.length === 0) return new Map()
    const now = this.#now
    try {
      const ceiling = live[0]?.options.ceiling
      const maxQuotaWaitMs = Math.max(...live.map(({ options }) => options.maxQuotaWaitMs))
      return await whileAnyWants(signalsOf(live), (signal) =>
        this.#metered.send(request, { signal, maxQuotaWaitMs, now, isPart, ceiling }),
      )
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      return new Map(request.places.map(({ id }) => [id, { kind: 'failed', error } as const]))
    }
  }

  #maySplit({ products, isIndivisible }: ProviderRequest, failure: ProviderError): boolean {
    if (isIndivisible) return false
    if (failure.kind === 'quota-exhausted') return true
    return this.#now().getTime() >= (this.#noSplitUntilMs.get(products.join()) ?? 0)
  }

  async #split(
    { products }: ProviderRequest,
    carried: readonly PendingRequest[],
    refused: { readonly answers: Answers; readonly failure: ProviderError },
  ): Promise<Answers> {
    const byId = new Map(carried.map((pending) => [pending.cityId, pending]))
    const { answers, badIds, isInVain } = await splitBatch({
      ids: [...byId.keys()],
      answers: refused.answers,
      send: (ids) => {
        const part = ids.flatMap((id) => byId.get(id) ?? [])
        return this.#sendPart(products, part)
      },
    })
    if (isInVain && refused.failure.kind !== 'quota-exhausted') {
      this.#noSplitUntilMs.set(products.join(), this.#now().getTime() + NO_SPLIT_MS)
    }
    return rememberRefusals(answers, badIds, products, this.#now())
  }

  async #sendPart(
    products: readonly Product[],
    carried: readonly PendingRequest[],
  ): Promise<Answers> {
    const merged = new Map<CityId, PlaceAnswer>()
    const requests = carried.map(({ request }) => ({ ...request, products }))
    for (const request of this.#provider.price(requests)) {
      const answers = await this.#sendWithRetries(request, carried, true)
      for (const [id, answer] of answers) merged.set(id, answer)
    }
    return merged
  }
}

/** Half to one and a half times the pause, so that several processes do not retry in step. */
const pauseAfter = (tries: number): number => (BACKOFFS_MS[tries - 1] ?? 0) * (0.5 + Math.random())

/** A place alone goes to the next provider at once, and the failure of a shared file is shared. */
const isSentOnce = ({ places, isIndivisible }: ProviderRequest): boolean =>
  places.length === 1 || isIndivisible === true

const signalsOf = (pending: readonly PendingRequest[]): AbortSignal[] =>
  pending.map(({ options }) => options.signal)
