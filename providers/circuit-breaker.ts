import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  CountBreaker,
  DelegateBackoff,
  handleType,
  type CircuitBreakerPolicy,
  type IHalfOpenAfterBackoffContext,
} from 'cockatiel'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import {
  PROVIDER_ERROR_FACTS,
  ProviderError,
  type ProviderErrorKind,
} from '../domain/provider/provider-error.ts'
import { utcText } from './utc-text.ts'

/**
 * The latest requests are judged, not the latest seconds: a lane that sends one request in eight
 * seconds finds a dead provider as well, and two failures of three open nothing.
 */
const WINDOW_REQUESTS = 10
const MIN_REQUESTS = 5
/** Where every tenth request fails, four of the first five do once in 2000 times. */
const FAILED_SHARE_TO_OPEN = 0.6

/** A probe ends each open period; each failed probe makes the next period longer, up to the last. */
const OPEN_PERIODS_MS: OpenPeriodsMs = [2_000, 3_000, 5_000, 8_000, 10_000]

/** We refused the request, so it says nothing of the provider. */
const NOT_SENT: ReadonlySet<ProviderErrorKind> = new Set([
  'quota-exhausted',
  'queue-full',
  'circuit-open',
  'parked',
])

export type OpenPeriodsMs = readonly [number, ...number[]]

/** An outcome that keeps a probe from closing the circuit; the caller gets its cause. */
class Judged extends Error {
  readonly isFailure: boolean

  constructor(cause: unknown, isFailure: boolean) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.isFailure = isFailure
  }
}

/** Stops requests to a provider for seconds when most of the latest ones failed. */
export class CircuitBreaker {
  readonly #provider: ProviderId
  readonly #openPeriodsMs: OpenPeriodsMs
  readonly #policy: CircuitBreakerPolicy
  #lastFailure = ''
  #openUntilMs = 0
  #failedProbes = 0

  constructor(provider: ProviderId, openPeriodsMs: OpenPeriodsMs = OPEN_PERIODS_MS) {
    this.#provider = provider
    this.#openPeriodsMs = openPeriodsMs
    this.#policy = circuitBreaker(handleType(Judged), {
      breaker: new CountBreaker({
        threshold: FAILED_SHARE_TO_OPEN,
        size: WINDOW_REQUESTS,
        minimumNumberOfCalls: MIN_REQUESTS,
      }),
      halfOpenAfter: new DelegateBackoff((context) => this.#nextPeriodMs(context)),
    })
  }

  /** @throws ProviderError `circuit-open`, without sending, while the circuit is open. */
  async run<Result>(send: () => Promise<Result>, places: number): Promise<Result> {
    const policy = this.#policy
    try {
      return await policy.execute(() => judged(send, places, policy.state !== CircuitState.Closed))
    } catch (error) {
      if (error instanceof BrokenCircuitError) throw this.#circuitOpen()
      throw error instanceof Judged ? error.cause : error
    }
  }

  /** Refused like others while the circuit is open, but its outcome is not judged. */
  runUnjudged<Result>(send: () => Promise<Result>): Promise<Result> {
    const isOpen = this.#policy.state === CircuitState.Open && Date.now() < this.#openUntilMs
    return isOpen ? Promise.reject(this.#circuitOpen()) : send()
  }

  #nextPeriodMs({ attempt, result }: IHalfOpenAfterBackoffContext): number {
    // The probe got no answer, so the next request is a probe as well.
    if (!('error' in result && result.error instanceof Judged && result.error.isFailure)) return 0
    this.#failedProbes = attempt === 1 ? 0 : this.#failedProbes + 1
    const periods = this.#openPeriodsMs
    const periodMs = periods[this.#failedProbes] ?? periods.at(-1) ?? periods[0]
    this.#openUntilMs = Date.now() + periodMs
    this.#lastFailure = result.error.message
    return periodMs
  }

  #circuitOpen(): ProviderError {
    const until = utcText(new Date(this.#openUntilMs))
    const reason = `after too many failures, the last: ${this.#lastFailure}`
    const said = `${this.#provider}: circuit open until ${until} ${reason}`
    const retryAfterMs = Math.max(1, this.#openUntilMs - Date.now())
    return new ProviderError('circuit-open', said, { retryAfterMs })
  }
}

async function judged<Result>(
  send: () => Promise<Result>,
  places: number,
  isProbe: boolean,
): Promise<Result> {
  try {
    return await send()
  } catch (error) {
    const isFailure = isProviderDown(error, places)
    throw isFailure || (isProbe && !isAnswer(error)) ? new Judged(error, isFailure) : error
  }
}

const isAnswer = (error: unknown): error is ProviderError =>
  error instanceof ProviderError && !NOT_SENT.has(error.kind)

function isProviderDown(error: unknown, places: number): boolean {
  if (!isAnswer(error)) return false
  // It may concern one place of many; splitting the batch finds that place.
  if (error.kind === 'rejected') return false
  if (error.kind === 'schema-mismatch' && places === 1) return false
  return PROVIDER_ERROR_FACTS[error.kind].blame === 'provider'
}
