import type { Queryable } from '../db/database.ts'
import { correctLedger } from '../db/queries/correct-ledger.ts'
import { refund, type Charge } from '../db/queries/provider-ledgers.ts'
import { park, refuseKey } from '../db/queries/provider-pauses.ts'
import { recordRequest } from '../db/queries/provider-usage.ts'
import { NOT_CONNECTED_CODES } from '../domain/network-error-codes.ts'
import { endpointOf } from '../domain/provider/circuit.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import type {
  Answers,
  ProviderRequest,
  SeenAnswer,
  WeatherProvider,
} from '../domain/provider/provider.ts'
import type { DriftSource, QuotaReported } from '../domain/quota/drift.ts'
import { AdapterDefect, defectsIn } from './adapter-defect.ts'
import { cooldownMs } from './cooldown.ts'
import { whileDatabaseIsAway } from './database-away.ts'
import { quotaReportedBy } from './http/quota-headers.ts'
import { unknownCodesIn } from './unknown-codes.ts'
import type { ProviderLog } from './provider-log.ts'

/** A received answer is held back no longer than this for its count. */
const COUNT_MAX_WAIT_MS = 5_000

const NEVER_LEFT = new Set<string>([...NOT_CONNECTED_CODES, 'UND_ERR_CONNECT_TIMEOUT'])

export interface SentRequest {
  readonly request: ProviderRequest
  readonly charge: Charge
  /** What the answer said beside its values, where there was one. */
  readonly seen?: SeenAnswer | undefined
  readonly outcome: Answers | ProviderError
}

interface CountOptions {
  readonly signal: AbortSignal
  readonly now: () => Date
}

export interface RequestCountDeps {
  readonly provider: WeatherProvider
  readonly db: Queryable
  readonly log: ProviderLog
}

/** Writes to the ledger and the usage table what became of a sent request. */
export class RequestCount {
  readonly #provider: WeatherProvider
  readonly #db: Queryable
  readonly #log: ProviderLog

  constructor({ provider, db, log }: RequestCountDeps) {
    this.#provider = provider
    this.#db = db
    this.#log = log
  }

  /** Never throws, because losing a count is better than losing the answer. */
  async record(sent: SentRequest, { signal, now }: CountOptions): Promise<void> {
    const at = now()
    const { request, outcome } = sent
    const isLost = outcome instanceof ProviderError
    const defects = isLost ? [outcome].filter(isDefect) : defectsIn(outcome)
    if (isLost) await this.#park(outcome, at, signal)
    const isFree = isLost && neverLeft(outcome)
    if (isFree) await this.#refund(sent, signal)
    else await this.#correct(sent, at, signal)
    const record = {
      provider: this.#provider.id,
      endpoint: endpointOf(request.products) || 'places',
      outcome: isLost ? outcome.kind : ('ok' as const),
      places: request.places.length,
      weight: isFree ? 0 : request.weight,
      defects: defects.length,
      unknownCodes: isLost ? 0 : unknownCodesIn(outcome),
      durationMs: at.getTime() - sent.charge.at.getTime(),
      at,
    }
    await this.#write(() => recordRequest(this.#db, record), signal)
    const [first] = defects
    if (first) this.#logDefect(request, first)
  }

  /** No process sends to the provider until the cooldown that follows from the failure is over. */
  async #park(failure: ProviderError, at: Date, signal: AbortSignal): Promise<void> {
    const { id, keyFingerprint: key } = this.#provider
    if (failure.kind === 'unauthorized' && key !== undefined) {
      const reason = `${failure.kind}: ${failure.message}`
      await this.#write(() => refuseKey(this.#db, { provider: id, key, reason }), signal)
      return
    }
    const pauseMs = cooldownMs(failure)
    if (pauseMs === undefined) return
    const until = new Date(at.getTime() + pauseMs)
    const reason = `${failure.kind}: ${failure.message}`
    const provider = this.#provider.id
    await this.#write(() => park(this.#db, { provider, until, reason }), signal)
  }

  async #refund({ request, charge: { at } }: SentRequest, signal: AbortSignal): Promise<void> {
    const { id: provider, quota: limits } = this.#provider
    const charge = { provider, weight: request.weight, limits, reservedAt: at }
    await this.#write(() => refund(this.#db, charge), signal)
  }

  /** The provider's own count is the right one. */
  async #correct(sent: SentRequest, now: Date, signal: AbortSignal): Promise<void> {
    const { charge, seen, outcome } = sent
    const { id: provider, quota } = this.#provider
    const correct = async (reported: QuotaReported, source: DriftSource) => {
      const limit = quota.find(({ window }) => window === reported.window)
      if (!limit) return
      const correction = { provider, limit, reported, source, charge, now }
      await this.#write(() => correctLedger(this.#db, correction), signal)
    }
    for (const reported of seen ? quotaReportedBy(seen.headers, quota, now) : []) {
      await correct(reported, 'headers')
    }
    if (!(outcome instanceof ProviderError) || outcome.window === undefined) return
    await correct({ window: outcome.window, left: 0, limit: null }, 'refusal')
  }

  async #write(query: () => Promise<void>, signal: AbortSignal): Promise<void> {
    try {
      await whileDatabaseIsAway(query, { maxWaitMs: COUNT_MAX_WAIT_MS, signal })
    } catch (err) {
      const provider = this.#provider.id
      this.#log.error({ err, provider }, 'a request is not counted; its answer is kept')
    }
  }

  /** The cause carries the stack, which shows where the adapter fails. */
  #logDefect({ url, products }: ProviderRequest, { cause }: AdapterDefect): void {
    const fields = { provider: this.#provider.id, url, products, err: cause }
    this.#log.error(fields, 'an adapter has a defect')
  }
}

const isDefect = (error: ProviderError): error is AdapterDefect => error instanceof AdapterDefect

function neverLeft({ cause }: ProviderError): boolean {
  return cause instanceof Error && 'code' in cause && NEVER_LEFT.has(String(cause.code))
}
