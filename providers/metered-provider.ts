import type { Queryable } from '../db/database.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import type { Answers, ProviderRequest, WeatherProvider } from '../domain/provider/provider.ts'
import { CircuitBreaker, type OpenPeriodsMs } from './circuit-breaker.ts'
import { withDefaultWait } from './cooldown.ts'
import type { ProviderLog } from './provider-log.ts'
import { RateLimiter, type WaitOptions } from './rate-limiter.ts'
import { RequestCount } from './request-count.ts'
import type { LimitsFor } from './reserved-share.ts'

export interface MeteredSendOptions extends WaitOptions {
  /** Part of a split batch, sent to find the place the batch was refused for. */
  readonly isPart?: boolean
  /** A person sees whether the provider works: also sent while it is paused. */
  readonly isTest?: boolean
}

/** Sends one request through rate limiter and circuit breaker, and counts its outcome. */
export interface MeteredProvider {
  /** @throws ProviderError, also for requests that were not sent: `quota-exhausted`, `parked`. */
  send(request: ProviderRequest, options: MeteredSendOptions): Promise<Answers>
}

export interface MeteredProviderDeps {
  readonly provider: WeatherProvider
  readonly db: Queryable
  readonly log: ProviderLog
  readonly limitsFor?: LimitsFor
  readonly openPeriodsMs?: OpenPeriodsMs
}

export const createMeteredProvider = (deps: MeteredProviderDeps): MeteredProvider =>
  new ProviderMeter(deps)

class ProviderMeter implements MeteredProvider {
  readonly #provider: WeatherProvider
  readonly #limiter: RateLimiter
  readonly #count: RequestCount
  readonly #openPeriodsMs: OpenPeriodsMs | undefined
  /** By products: each product has its own endpoint, which can be down alone. */
  readonly #breakers = new Map<string, CircuitBreaker>()

  constructor({ provider, db, log, limitsFor, openPeriodsMs }: MeteredProviderDeps) {
    this.#provider = provider
    this.#limiter = new RateLimiter({
      provider,
      db,
      limitsFor: limitsFor ?? (() => provider.quota),
    })
    this.#count = new RequestCount({ provider, db, log })
    this.#openPeriodsMs = openPeriodsMs
  }

  async send(request: ProviderRequest, options: MeteredSendOptions): Promise<Answers> {
    if (options.isTest) return this.#sendMetered(request, options)
    this.#limiter.refuseEarly(request, options)
    const breaker = this.#breakerOf(request)
    const send = () => this.#sendMetered(request, options)
    return options.isPart ? breaker.runUnjudged(send) : breaker.run(send, request.places.length)
  }

  #breakerOf({ products }: ProviderRequest): CircuitBreaker {
    const key = products.join()
    const breaker =
      this.#breakers.get(key) ?? new CircuitBreaker(this.#provider.id, this.#openPeriodsMs)
    this.#breakers.set(key, breaker)
    return breaker
  }

  async #sendMetered(request: ProviderRequest, options: MeteredSendOptions): Promise<Answers> {
    const charge = await this.#limiter.reserve(request, options)
    const seen = () => this.#provider.takeAnswer?.(request.url)
    let answers: Answers
    try {
      answers = await this.#provider.send(request, options)
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      const failure = withDefaultWait(error)
      await this.#count.record({ request, charge, seen: seen(), outcome: failure }, options)
      throw failure
    }
    await this.#count.record({ request, charge, seen: seen(), outcome: answers }, options)
    return answers
  }
}
