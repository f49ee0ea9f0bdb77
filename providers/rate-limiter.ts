import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Queryable } from '../db/database.ts'
import {
  refund,
  reserve,
  type Charge,
  type ReservationAnswer,
} from '../db/queries/provider-ledgers.ts'
import { endSending } from '../db/queries/requests-on-their-way.ts'
import type { Ceiling } from '../domain/plan/failover-ceilings.ts'
import { endpointOf } from '../domain/provider/circuit.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import type { ProviderRequest, WeatherProvider } from '../domain/provider/provider.ts'
import { edgeWaitMs, windowEnd, type QuotaLimit } from '../domain/quota/windows.ts'
import { CircuitStands } from './circuit-refusal.ts'
import { DATABASE_MAX_WAIT_MS, whileDatabaseIsAway } from './database-away.ts'
import { utcText } from './utc-text.ts'

/** A request reserved this close to a window's end could reach the provider in the next window. */
const WINDOW_EDGE_MS = 750

/** A received answer is held back no longer than this; then the lease ends by itself. */
const END_MAX_WAIT_MS = 5_000

/** A person may release a provider, or the provider correct its ledger, before a refusal is over. */
const REFUSAL_KEPT_MS = 2_000

export interface WaitOptions {
  readonly signal: AbortSignal
  readonly maxQuotaWaitMs: number
  /** Also while the provider is parked, its key refused, or a circuit open. */
  readonly isTest?: boolean
  /** Also while the circuit of its endpoint is open. */
  readonly isProbe?: boolean
  /** Lower than the limits, where others are to find something left. */
  readonly ceiling?: Ceiling | undefined
  readonly now: () => Date
}

/** What of a provider is limited. */
type LimitedProvider = Pick<WeatherProvider, 'id' | 'quota' | 'pace' | 'keyFingerprint'>

export interface RateLimiterDeps {
  readonly provider: LimitedProvider
  readonly db: Queryable
}

interface Refusal {
  readonly at: Date
  readonly staleAtMs: number
  readonly error: (retryAfterMs: number) => ProviderError
}

/** Spaces requests by the provider's pace, and keeps them within the quota that all processes share. */
export class RateLimiter {
  readonly #provider: LimitedProvider
  readonly #db: Queryable
  /** By the limits that refused: once they are changed there may be quota. */
  readonly #refusals = new Map<readonly QuotaLimit[], Refusal>()
  #nextTurnAtMs = 0
  /** This process, where it sends one request at a time. */
  readonly #sender = randomUUID()

  constructor({ provider, db }: RateLimiterDeps) {
    this.#provider = provider
    this.#db = db
  }

  /** Repeats a recent refusal of the ledger without a query. @throws ProviderError */
  refuseEarly({ now, maxQuotaWaitMs }: WaitOptions): void {
    const refused = this.#refusals.get(this.#provider.quota)
    const waitMs = (refused?.at.getTime() ?? 0) - now().getTime()
    if (!refused || performance.now() > refused.staleAtMs) return
    if (waitMs > maxQuotaWaitMs) throw refused.error(waitMs)
  }

  /** Charges the request. @throws ProviderError `quota-exhausted`, `parked`; CircuitStands */
  async reserve(request: ProviderRequest, options: WaitOptions): Promise<Charge> {
    const { now, signal, maxQuotaWaitMs } = options
    const deadlineMs = now().getTime() + maxQuotaWaitMs
    await this.#waitForTurn(options)
    for (;;) {
      await this.#waitPastWindowEdge(options)
      const { at, answer } = await this.#tryReserving(request, options)
      if (answer.granted) {
        if (!this.#hasEdges() || arrivesInWindow(at, now())) return answer.charge
        await this.#refund(request, at, options)
        await this.ended(options)
        continue
      }
      if (answer.reason === 'circuit') throw new CircuitStands(answer.circuit)
      if (answer.reason === 'key') throw this.#refusedKey(answer.detail)
      const waitMs = Math.max(1, answer.availableAt.getTime() - at.getTime())
      const isTurn = answer.reason === 'spacing' || answer.reason === 'in-flight'
      const mayWait = isTurn || at.getTime() + waitMs <= deadlineMs
      if (!mayWait) throw this.#refusal(answer, request, waitMs, options.ceiling)
      await sleep(waitMs, undefined, { signal })
    }
  }

  /** After the request that was reserved has ended, however it did. */
  async ended({ signal }: WaitOptions): Promise<void> {
    if (!this.#isOneAtATime()) return
    const mine = { provider: this.#provider.id, sender: this.#sender }
    const options = { maxWaitMs: END_MAX_WAIT_MS, signal }
    await whileDatabaseIsAway(() => endSending(this.#db, mine), options)
  }

  #isOneAtATime(): boolean {
    return this.#provider.pace.maxInFlight === 1
  }

  /** The ledger spaces all processes; within this one no request reaches it before its turn. */
  async #waitForTurn({ now, signal }: WaitOptions): Promise<void> {
    const nowMs = now().getTime()
    const turnAtMs = Math.max(nowMs, this.#nextTurnAtMs)
    this.#nextTurnAtMs = turnAtMs + this.#provider.pace.spacingMs
    if (turnAtMs > nowMs) await sleep(turnAtMs - nowMs, undefined, { signal })
  }

  async #waitPastWindowEdge({ now, signal }: WaitOptions): Promise<void> {
    const waitMs = this.#hasEdges() ? edgeWaitMs(now(), WINDOW_EDGE_MS) : 0
    if (waitMs > 0) await sleep(waitMs, undefined, { signal })
  }

  /** Windows that turn with the clock; a sliding one has no edge to be at. */
  #hasEdges(): boolean {
    return this.#provider.quota.some(({ kind }) => kind !== 'sliding')
  }

  #tryReserving(request: ProviderRequest, options: WaitOptions) {
    const { now, signal, isTest = false, isProbe = false, ceiling } = options
    const { keyFingerprint } = this.#provider
    const reservation = {
      provider: this.#provider.id,
      weight: request.weight,
      limits: ceiling ? loweredTo(ceiling, this.#provider.quota) : this.#provider.quota,
      spacingMs: this.#provider.pace.spacingMs,
      ...(this.#isOneAtATime() && { sender: this.#sender }),
      endpoint: endpointOf(request.products),
      parts: request.products.length > 1 ? request.products : [],
      ...(keyFingerprint !== undefined && { keyFingerprint }),
      isTest,
      isProbe,
    }
    const query = async () => {
      const at = now()
      return { at, answer: await reserve(this.#db, { ...reservation, now: at }) }
    }
    return whileDatabaseIsAway(query, { maxWaitMs: DATABASE_MAX_WAIT_MS, signal })
  }

  #refund({ weight }: ProviderRequest, reservedAt: Date, { signal }: WaitOptions): Promise<void> {
    const { id: provider, quota: limits } = this.#provider
    const charge = { provider, weight, limits, reservedAt }
    const query = () => refund(this.#db, charge)
    return whileDatabaseIsAway(query, { maxWaitMs: DATABASE_MAX_WAIT_MS, signal })
  }

  /** Nothing but another key, or a test by a person, ends it. */
  #refusedKey(detail: string): ProviderError {
    const { id } = this.#provider
    const said = `${id}: its key was refused, ${detail}`
    const error = () => new ProviderError('parked', said)
    const staleAtMs = performance.now() + REFUSAL_KEPT_MS
    this.#refusals.set(this.#provider.quota, { at: FAR_AWAY, staleAtMs, error })
    return error()
  }

  #refusal(
    { reason, detail, availableAt }: Extract<ReservationAnswer, { availableAt: Date }>,
    request: ProviderRequest,
    waitMs: number,
    ceiling: Ceiling | undefined,
  ): ProviderError {
    const kind = reason === 'parked' ? 'parked' : 'quota-exhausted'
    const isKeptBack = kind === 'quota-exhausted' && ceiling !== undefined
    const left = isKeptBack ? `${detail}; the rest is planned for others` : detail
    const said = kind === 'parked' ? `paused until ${utcText(availableAt)}, ${detail}` : left
    const error = (retryAfterMs: number) =>
      new ProviderError(kind, `${this.#provider.id}: ${said}`, { retryAfterMs })
    // Not even one place fits, so requests of the next seconds need not query the ledger.
    if ((request.places.length === 1 && !isKeptBack) || kind === 'parked') {
      const staleAtMs = performance.now() + REFUSAL_KEPT_MS
      this.#refusals.set(this.#provider.quota, { at: availableAt, staleAtMs, error })
    }
    return error(waitMs)
  }
}

const loweredTo = (ceiling: Ceiling, quota: readonly QuotaLimit[]): QuotaLimit[] =>
  quota.map((one) => ({ ...one, limit: Math.min(one.limit, ceiling[one.window] ?? Infinity) }))

const FAR_AWAY = new Date(8.64e15)

/** The ledger's answer may come after the window's end: the grant is then of a window that is over. */
const arrivesInWindow = (reservedAt: Date, now: Date): boolean =>
  windowEnd('minute', reservedAt).getTime() - now.getTime() > WINDOW_EDGE_MS / 2
