import type { Queryable } from '../db/database.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import { endpointOf, type OpenPeriodsMs } from '../domain/provider/circuit.ts'
import type {
  Answers,
  ProviderRequest,
  SeenAnswer,
  WeatherProvider,
} from '../domain/provider/provider.ts'
import { withDefaultWait } from './cooldown.ts'
import type { ProviderLog } from './provider-log.ts'
import { CircuitStands, RateLimiter, type WaitOptions } from './rate-limiter.ts'
import { RequestCount } from './request-count.ts'
import { SharedCircuit, type Pass } from './shared-circuit.ts'

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

interface Sent {
  readonly answers: Answers
  readonly seen: SeenAnswer | undefined
}

export interface MeteredProviderDeps {
  readonly provider: WeatherProvider
  readonly db: Queryable
  readonly log: ProviderLog
  readonly openPeriodsMs?: OpenPeriodsMs
}

export const createMeteredProvider = (deps: MeteredProviderDeps): MeteredProvider =>
  new ProviderMeter(deps)

class ProviderMeter implements MeteredProvider {
  readonly #provider: WeatherProvider
  readonly #limiter: RateLimiter
  readonly #count: RequestCount
  readonly #openPeriodsMs: OpenPeriodsMs | undefined
  readonly #db: Queryable
  readonly #log: ProviderLog
  /** By endpoint: each can be down alone. */
  readonly #circuits = new Map<string, SharedCircuit>()
  /** What came with a failure. */
  readonly #seen = new WeakMap<ProviderError, SeenAnswer | undefined>()

  constructor({ provider, db, log, openPeriodsMs }: MeteredProviderDeps) {
    this.#provider = provider
    this.#db = db
    this.#log = log
    this.#limiter = new RateLimiter({ provider, db })
    this.#count = new RequestCount({ provider, db, log })
    this.#openPeriodsMs = openPeriodsMs
  }

  async send(request: ProviderRequest, options: MeteredSendOptions): Promise<Answers> {
    if (options.isTest) return (await this.#sendMetered(request, options)).answers
    this.#limiter.refuseEarly(options)
    const circuit = this.#circuitOf(request)
    if (options.isPart) {
      circuit.refuseWhileOpen()
      return (await this.#sendMetered(request, { ...options, isProbe: true })).answers
    }
    for (;;) {
      const pass = await circuit.enter()
      try {
        return await circuit.run(pass, () => this.#sendJudged(circuit, pass, request, options))
      } catch (error) {
        if (!(error instanceof CircuitStands)) throw error
        circuit.learn(error.circuit)
      }
    }
  }

  #circuitOf({ products }: ProviderRequest): SharedCircuit {
    const endpoint = endpointOf(products)
    const circuit =
      this.#circuits.get(endpoint) ??
      new SharedCircuit({
        endpoint: { provider: this.#provider.id, endpoint },
        db: this.#db,
        log: this.#log,
        openPeriodsMs: this.#openPeriodsMs,
      })
    this.#circuits.set(endpoint, circuit)
    return circuit
  }

  async #sendJudged(
    circuit: SharedCircuit,
    pass: Pass,
    request: ProviderRequest,
    options: MeteredSendOptions,
  ): Promise<Answers> {
    const isProbe = pass === 'probe'
    try {
      const { answers, seen } = await this.#sendMetered(request, { ...options, isProbe })
      await circuit.judge(pass, { request, outcome: undefined, answers, seen })
      return answers
    } catch (error) {
      if (error instanceof CircuitStands) throw error
      const seen = error instanceof ProviderError ? this.#seen.get(error) : undefined
      await circuit.judge(pass, { request, outcome: error, seen })
      throw error
    }
  }

  async #sendMetered(request: ProviderRequest, options: MeteredSendOptions): Promise<Sent> {
    const charge = await this.#limiter.reserve(request, options)
    let answers: Answers
    try {
      answers = await this.#provider.send(request, options)
    } catch (error) {
      const seen = this.#provider.takeAnswer?.(request.url)
      if (!(error instanceof ProviderError)) throw error
      const failure = withDefaultWait(error)
      await this.#count.record({ request, charge, seen, outcome: failure }, options)
      this.#seen.set(failure, seen)
      throw failure
    }
    const seen = this.#provider.takeAnswer?.(request.url)
    await this.#count.record({ request, charge, seen, outcome: answers }, options)
    return { answers, seen }
  }
}
