import { setMaxListeners } from 'node:events'
import type { CityId } from '../domain/city.ts'
import type { Product } from '../domain/product.ts'
import { ProviderError, type ProviderErrorKind } from '../domain/provider-error.ts'
import type {
  Answers,
  Ask,
  PlaceAnswer,
  ProviderRequest,
  WeatherProvider,
} from '../domain/provider.ts'
import type { Turnstile } from './turnstile.ts'
import { WaitingRoom, type Waiting } from './waiting-room.ts'

/** What would wait longer than this behind others is better asked of the next provider. */
const LONGEST_QUEUE_MS = 30_000

export interface LaneAskOptions {
  readonly priority: 'person' | 'schedule'
  readonly signal: AbortSignal
  /** How long the ask may wait for quota; the next provider is asked where it may not. */
  readonly patienceMs: number
  /** How long the ask waits for company, unless the request is full before. */
  readonly lingerMs: number
}

/** The one way to a provider: in flight, spacing, quota, breaker. */
export interface Lane {
  readonly provider: WeatherProvider
  ask(ask: Ask, options: LaneAskOptions): Promise<PlaceAnswer>
}

export interface LaneDeps {
  readonly provider: WeatherProvider
  readonly turnstile: Turnstile
  readonly now: () => Date
}

/**
 * Asks wait while `maxInFlight` requests are under way; when one ends, those that wait leave
 * together in the next request where the provider takes many, a person's first.
 */
export function createLane({ provider, turnstile, now }: LaneDeps): Lane {
  const room = new WaitingRoom()
  let inFlight = 0
  let departure: { atMs: number; timer: NodeJS.Timeout } | undefined

  const departIn = (waitMs: number): void => {
    const atMs = performance.now() + waitMs
    if (departure && departure.atMs <= atMs) return
    clearTimeout(departure?.timer)
    const timer = setTimeout(() => {
      departure = undefined
      depart()
    }, waitMs)
    departure = { atMs, timer }
  }

  const depart = (): void => {
    while (inFlight < provider.pace.maxInFlight) {
      const batch = room.take(provider.maxPlacesPerRequest)
      if (batch.length === 0) return
      inFlight += 1
      void carry(batch).finally(() => {
        inFlight -= 1
        const lingerMs = room.lingerMs(provider.maxPlacesPerRequest)
        if (lingerMs !== undefined) departIn(lingerMs)
      })
    }
  }

  /** Never rejects: every way it can end is an answer to each of the batch. */
  const carry = async (batch: readonly Waiting[]): Promise<void> => {
    const byCity = new Map(batch.map((waiting) => [waiting.ask.place.id, waiting]))
    try {
      for (const request of provider.price(batch.map(({ ask }) => ask))) {
        const carried = request.places.flatMap(({ id }) => byCity.get(id) ?? [])
        const answers = await halved(request.products, carried, await send(request, carried))
        for (const waiting of carried)
          waiting.take(request.products, answers.get(waiting.ask.place.id))
      }
      for (const waiting of batch) waiting.settle()
    } catch (error) {
      for (const waiting of batch) waiting.fail(error)
    }
  }

  /**
   * A request that is refused for one of its places, or does not fit the budget, goes in halves. When
   * both are rejected it is not one place's fault, and splitting on would only spend quota.
   */
  const halved = async (
    products: readonly Product[],
    carried: readonly Waiting[],
    answers: Answers,
  ): Promise<Answers> => {
    if (carried.length === 1 || !everyPlaceRefused(answers)) return answers
    const middle = Math.ceil(carried.length / 2)
    const ends: { half: readonly Waiting[]; answers: Answers }[] = []
    for (const half of [carried.slice(0, middle), carried.slice(middle)]) {
      ends.push({ half, answers: await sendPriced(products, half) })
    }
    if (ends.every((end) => everyPlaceFailed(end.answers, ['rejected']))) return answers
    const merged = new Map<CityId, PlaceAnswer>()
    for (const end of ends) {
      for (const [id, answer] of await halved(products, end.half, end.answers))
        merged.set(id, answer)
    }
    return merged
  }

  const sendPriced = async (
    products: readonly Product[],
    carried: readonly Waiting[],
  ): Promise<Answers> => {
    const merged = new Map<CityId, PlaceAnswer>()
    for (const request of provider.price(carried.map(({ ask }) => ({ ...ask, products })))) {
      for (const [id, answer] of await send(request, carried)) merged.set(id, answer)
    }
    return merged
  }

  const send = async (request: ProviderRequest, carried: readonly Waiting[]): Promise<Answers> => {
    const live = carried.filter(({ options }) => !options.signal.aborted)
    if (live.length === 0) return new Map()
    try {
      return await turnstile.pass(request, {
        signal: abortedWhenAllAre(live.map(({ options }) => options.signal)),
        patienceMs: Math.max(...live.map(({ options }) => options.patienceMs)),
        now,
      })
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      return new Map(request.places.map(({ id }) => [id, { kind: 'failed', error } as const]))
    }
  }

  return {
    provider,
    ask(ask, options) {
      const queueMs = (room.size / provider.maxPlacesPerRequest) * provider.pace.spacingMs
      const isPatient = options.priority === 'person' || options.patienceMs > 0
      if (!isPatient && queueMs > LONGEST_QUEUE_MS) {
        return Promise.resolve(queueIsFull(provider, queueMs))
      }
      const answer = room.enter(ask, options)
      departIn(room.lingerMs(provider.maxPlacesPerRequest) ?? 0)
      return answer
    },
  }
}

function queueIsFull({ id }: WeatherProvider, queueMs: number): PlaceAnswer {
  const message = `${id}: its pace keeps ${Math.round(queueMs / 1000)} s of asks waiting already`
  const error = new ProviderError('quota-exhausted', message, { retryAfterMs: queueMs })
  return { kind: 'failed', error }
}

/** `rejected` may be one bad place's fault; `quota-exhausted` may leave room for fewer places. */
const everyPlaceRefused = (answers: Answers): boolean =>
  everyPlaceFailed(answers, ['rejected', 'quota-exhausted'])

const everyPlaceFailed = (answers: Answers, kinds: readonly ProviderErrorKind[]): boolean =>
  answers.size > 0 &&
  [...answers.values()].every(
    (answer) => answer.kind === 'failed' && kinds.includes(answer.error.kind),
  )

/** A shared request goes on while anybody still wants it. */
function abortedWhenAllAre(signals: readonly AbortSignal[]): AbortSignal {
  const different = [...new Set(signals)]
  const [only] = different
  if (different.length === 1 && only) return only
  const controller = new AbortController()
  setMaxListeners(0, controller.signal)
  let left = different.length
  for (const signal of different) {
    signal.addEventListener(
      'abort',
      () => {
        left -= 1
        if (left === 0) controller.abort(signal.reason)
      },
      { once: true, signal: controller.signal },
    )
  }
  return controller.signal
}
