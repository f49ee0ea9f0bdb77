import { setMaxListeners } from 'node:events'
import type { CityId } from '../domain/city.ts'
import { ProviderError } from '../domain/provider-error.ts'
import type {
  Answers,
  Ask,
  PlaceAnswer,
  ProviderRequest,
  WeatherProvider,
} from '../domain/provider.ts'
import type { Turnstile } from './turnstile.ts'
import { WaitingRoom, type Waiting } from './waiting-room.ts'

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
        const answers = await sendSplitting(request, carried)
        for (const waiting of carried)
          waiting.take(request.products, answers.get(waiting.ask.place.id))
      }
      for (const waiting of batch) waiting.settle()
    } catch (error) {
      for (const waiting of batch) waiting.fail(error)
    }
  }

  /** A request that is refused for one of its places, or does not fit the budget, goes in halves. */
  const sendSplitting = async (
    request: ProviderRequest,
    carried: readonly Waiting[],
  ): Promise<Answers> => {
    const answers = await send(request, carried)
    if (request.places.length === 1 || !everyPlaceRefused(answers)) return answers
    const middle = Math.ceil(carried.length / 2)
    const merged = new Map<CityId, PlaceAnswer>()
    for (const half of [carried.slice(0, middle), carried.slice(middle)]) {
      const asks = half.map(({ ask }) => ({ ...ask, products: request.products }))
      for (const part of provider.price(asks)) {
        for (const [id, answer] of await sendSplitting(part, half)) merged.set(id, answer)
      }
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
      const answer = room.enter(ask, options)
      departIn(room.lingerMs(provider.maxPlacesPerRequest) ?? 0)
      return answer
    },
  }
}

/** `rejected` may be one bad place's fault; `quota-exhausted` may leave room for fewer places. */
function everyPlaceRefused(answers: Answers): boolean {
  if (answers.size === 0) return false
  return [...answers.values()].every(
    (answer) =>
      answer.kind === 'failed' &&
      (answer.error.kind === 'rejected' || answer.error.kind === 'quota-exhausted'),
  )
}

/** A shared request goes on while anybody still wants it. */
function abortedWhenAllAre(signals: readonly AbortSignal[]): AbortSignal {
  const different = [...new Set(signals)]
  const [only] = different
  if (different.length === 1 && only) return only
  const controller = new AbortController()
  setMaxListeners(different.length, controller.signal)
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
