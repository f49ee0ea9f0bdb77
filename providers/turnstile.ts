import { setTimeout as sleep } from 'node:timers/promises'
import { BrokenCircuitError, circuitBreaker, ConsecutiveBreaker, handleWhen } from 'cockatiel'
import { park, refund, reserve, type ReservationAnswer } from '../db/queries/ledger.ts'
import { recordRequest } from '../db/queries/usage.ts'
import { PROVIDER_ERROR_FACTS, ProviderError } from '../domain/provider-error.ts'
import type { Answers, ProviderRequest, WeatherProvider } from '../domain/provider.ts'
import { edgeWaitMs, windowEnd, type QuotaLimit } from '../domain/quota.ts'
import type { LimitsFor } from './kept-back.ts'
import { parkingMs } from './parking.ts'

type Db = Parameters<typeof reserve>[0]

/** After so many failures in a row the provider is left alone for a while. */
const FAILURES_TO_OPEN = 5
const LEAVE_ALONE_MS = 10_000

/** A reservation made this close to a window's end could arrive in the next one. */
const WINDOW_EDGE_MS = 750

const NEVER_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

export interface PassOptions {
  readonly signal: AbortSignal
  readonly patienceMs: number
  readonly now: () => Date
}

/** Lets one request through: reserved before the call, charged by the outcome, counted. */
export interface Turnstile {
  /** @throws ProviderError also for requests that did not leave: `quota-exhausted`, `parked`. */
  pass(request: ProviderRequest, options: PassOptions): Promise<Answers>
}

export function createTurnstile({
  provider,
  db,
  limitsFor = () => provider.quota,
}: {
  provider: WeatherProvider
  db: Db
  limitsFor?: LimitsFor
}): Turnstile {
  const breakers = new Map<string, Breaker>()
  /** By the limits that refused: where these are used up, others may not be. */
  const refusals = new Map<readonly QuotaLimit[], Refusal>()
  let nextTurnAtMs = 0

  /** Products have addresses of their own: one that is down says nothing of the others. */
  const breakerOf = ({ products }: ProviderRequest): Breaker => {
    const key = products.join()
    const breaker = breakers.get(key) ?? { policy: createBreaker(), lastFailure: '' }
    breakers.set(key, breaker)
    return breaker
  }

  const refuseEarly = (request: ProviderRequest, { now, patienceMs }: PassOptions): void => {
    const refused = refusals.get(limitsFor(request))
    const waitMs = (refused?.at.getTime() ?? 0) - now().getTime()
    if (refused && waitMs > patienceMs) throw refused.error(waitMs)
  }

  /** The ledger spaces all processes; within this one nobody asks it before their turn. */
  const ownTurn = async ({ now, signal }: PassOptions): Promise<void> => {
    const nowMs = now().getTime()
    const turnAtMs = Math.max(nowMs, nextTurnAtMs)
    nextTurnAtMs = turnAtMs + provider.pace.spacingMs
    if (turnAtMs > nowMs) await sleep(turnAtMs - nowMs, undefined, { signal })
  }

  const reserveOrWait = async (request: ProviderRequest, options: PassOptions): Promise<Date> => {
    const deadline = options.now().getTime() + options.patienceMs
    await ownTurn(options)
    for (;;) {
      const now = options.now()
      const edge = provider.quota.length > 0 ? edgeWaitMs(now, WINDOW_EDGE_MS) : 0
      if (edge > 0) await sleep(edge, undefined, { signal: options.signal })
      const at = options.now()
      const answer = await reserve(db, {
        provider: provider.id,
        weight: request.weight,
        limits: limitsFor(request),
        spacingMs: provider.pace.spacingMs,
        now: at,
      })
      if (answer.granted) {
        if (provider.quota.length === 0 || arrivesInWindow(at, options.now())) return at
        await refund(db, { provider: provider.id, weight: request.weight, reservedAt: at })
        continue
      }
      const waitMs = Math.max(1, answer.availableAt.getTime() - at.getTime())
      const patient = answer.reason === 'spacing' || at.getTime() + waitMs <= deadline
      if (!patient) throw refusal(answer, request, waitMs)
      await sleep(waitMs, undefined, { signal: options.signal })
    }
  }

  const refusal = (
    answer: Exclude<ReservationAnswer, { granted: true }>,
    request: ProviderRequest,
    waitMs: number,
  ): ProviderError => {
    const kind = answer.reason === 'parked' ? 'parked' : 'quota-exhausted'
    const error = (retryAfterMs: number) =>
      new ProviderError(kind, `${provider.id}: ${answer.detail}`, { retryAfterMs })
    // Not even one place fits: whoever comes next need not ask the ledger.
    if (request.places.length === 1 || kind === 'parked') {
      refusals.set(limitsFor(request), { at: answer.availableAt, error })
    }
    return error(waitMs)
  }

  const settle = async (
    request: ProviderRequest,
    outcome: 'ok' | ProviderError,
    reservedAt: Date,
    now: Date,
  ): Promise<void> => {
    const { weight } = request
    const record = {
      provider: provider.id,
      outcome: outcome === 'ok' ? outcome : outcome.kind,
      places: request.places.length,
      at: now,
    }
    if (outcome !== 'ok' && neverLeft(outcome)) {
      await refund(db, { provider: provider.id, weight, reservedAt })
      await recordRequest(db, { ...record, weight: 0 })
      return
    }
    await recordRequest(db, { ...record, weight })
    const parkMs = outcome === 'ok' ? undefined : parkingMs(outcome)
    if (outcome === 'ok' || parkMs === undefined) return
    const until = new Date(now.getTime() + parkMs)
    await park(db, { provider: provider.id, until, reason: `${outcome.kind}: ${outcome.message}` })
  }

  return {
    async pass(request, options) {
      refuseEarly(request, options)
      const breaker = breakerOf(request)
      try {
        return await breaker.policy.execute(async () => {
          const reservedAt = await reserveOrWait(request, options)
          try {
            const answers = await provider.send(request, options)
            await settle(request, 'ok', reservedAt, options.now())
            return answers
          } catch (error) {
            if (error instanceof ProviderError) {
              breaker.lastFailure = error.message
              await settle(request, error, reservedAt, options.now())
            }
            throw error
          }
        })
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error
        const message = `${provider.id}: left alone after ${FAILURES_TO_OPEN} failures in a row, the last: ${breaker.lastFailure}`
        throw new ProviderError('parked', message, { retryAfterMs: LEAVE_ALONE_MS })
      }
    },
  }
}

interface Refusal {
  readonly at: Date
  readonly error: (retryAfterMs: number) => ProviderError
}

interface Breaker {
  readonly policy: ReturnType<typeof createBreaker>
  lastFailure: string
}

function createBreaker() {
  const isProvidersFault = (error: Error): boolean =>
    error instanceof ProviderError &&
    PROVIDER_ERROR_FACTS[error.kind].blame === 'provider' &&
    error.kind !== 'quota-exhausted' &&
    error.kind !== 'parked' &&
    error.kind !== 'rejected'
  return circuitBreaker(handleWhen(isProvidersFault), {
    halfOpenAfter: LEAVE_ALONE_MS,
    breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN),
  })
}

/** The ledger may take past the edge to answer: what it granted is then of a window that is over. */
const arrivesInWindow = (reservedAt: Date, now: Date): boolean =>
  windowEnd('minute', reservedAt).getTime() - now.getTime() > WINDOW_EDGE_MS / 2

function neverLeft(error: ProviderError): boolean {
  const { cause } = error
  return cause instanceof Error && 'code' in cause && NEVER_LEFT.has(String(cause.code))
}
