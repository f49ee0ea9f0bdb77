import type { Queryable } from '../db/database.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import { endpointOf, type OpenPeriodsMs } from '../domain/provider/circuit.ts'
import type {
  Answers,
  ProviderRequest,
  SeenAnswer,
  WeatherProvider,
} from '../domain/provider/provider.ts'
import type { Product } from '../domain/weather/product.ts'
import { CircuitStands } from './circuit-refusal.ts'
import { withDefaultWait } from './cooldown.ts'
import type { ProviderLog } from './provider-log.ts'
import { RateLimiter, type WaitOptions } from './rate-limiter.ts'
import { RequestCount } from './request-count.ts'
import { SharedCircuit } from './shared-circuit.ts'

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

/** What a request passes on its way. */
interface Gate {
  readonly circuit: SharedCircuit
  /** The product whose circuit it is, of a request for several. */
  readonly part?: Product
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
    const gates = this.#gatesOf(request)
    if (options.isPart) {
      for (const { circuit, part } of gates) circuit.refuseWhileOpen(part)
      return (await this.#sendMetered(request, { ...options, isProbe: true })).answers
    }
    for (;;) {
      try {
        return (await this.#sendThrough(gates, request, options)).answers
      } catch (error) {
        if (!(error instanceof CircuitStands)) throw error
        this.#circuitOf(error.circuit.endpoint).learn(error.circuit)
      }
    }
  }

  /** That of all its products, and each product's own where it asks for several. */
  #gatesOf({ products }: ProviderRequest): Gate[] {
    const whole = { circuit: this.#circuitOf(endpointOf(products)) }
    if (products.length < 2) return [whole]
    return [
      whole,
      ...products.map((part) => ({ circuit: this.#circuitOf(endpointOf([part])), part })),
    ]
  }

  #circuitOf(endpoint: string): SharedCircuit {
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

  async #sendThrough(
    [gate, ...others]: readonly Gate[],
    request: ProviderRequest,
    options: MeteredSendOptions,
  ): Promise<Sent> {
    if (!gate) return this.#sendMetered(request, options)
    const { circuit, part } = gate
    const pass = await circuit.enter(part)
    const passed = pass === 'probe' ? { ...options, isProbe: true } : options
    return circuit.run(pass, async () => {
      const sent = await this.#sendThrough(others, request, passed).catch(
        async (error: unknown) => {
          if (error instanceof CircuitStands) throw error
          const seen = error instanceof ProviderError ? this.#seen.get(error) : undefined
          await circuit.judge(pass, { request, outcome: error, seen, part })
          throw error
        },
      )
      await circuit.judge(pass, { request, outcome: undefined, ...sent, part })
      return sent
    })
  }

  async #sendMetered(request: ProviderRequest, options: MeteredSendOptions): Promise<Sent> {
    const charge = await this.#limiter.reserve(request, options)
    let answers: Answers
    try {
      answers = await this.#provider.send(request, options)
    } catch (error) {
      const seen = this.#provider.takeAnswer?.(request.url)
      await this.#end(options)
      if (!(error instanceof ProviderError)) throw error
      const failure = withDefaultWait(error)
      await this.#count.record({ request, charge, seen, outcome: failure }, options)
      this.#seen.set(failure, seen)
      throw failure
    }
    const seen = this.#provider.takeAnswer?.(request.url)
    await this.#end(options)
    await this.#count.record({ request, charge, seen, outcome: answers }, options)
    return { answers, seen }
  }

  /** Losing an answer would be worse than to have the others wait for the end of the lease. */
  async #end(options: WaitOptions): Promise<void> {
    try {
      await this.#limiter.ended(options)
    } catch (err) {
      const fields = { err, provider: this.#provider.id }
      this.#log.error(
        fields,
        'that a request has ended could not be shared with the other processes',
      )
    }
  }
}
