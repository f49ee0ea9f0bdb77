import { CircuitState, CountBreaker } from 'cockatiel'
import type { Queryable } from '../db/database.ts'
import {
  claimProbe,
  closeCircuit,
  extendCircuit,
  giveUpProbe,
  openCircuit,
  openCircuitOf,
  type Endpoint,
} from '../db/queries/provider-circuits.ts'
import {
  OPEN_PERIODS_MS,
  periodMs,
  type Circuit,
  type CircuitCause,
  type OpenPeriodsMs,
} from '../domain/provider/circuit.ts'
import type { Answers, ProviderRequest, SeenAnswer } from '../domain/provider/provider.ts'
import { whileDatabaseIsAway } from './database-away.ts'
import { ContractWatch } from './contract-watch.ts'
import { isAnswer, isProviderDown } from './provider-verdict.ts'
import { newProbe, type Probe } from './circuit-probe.ts'
import { refusalOf } from './circuit-refusal.ts'
import type { ProviderLog } from './provider-log.ts'

/**
 * The latest requests are judged, not the latest seconds: a lane that sends one request in eight
 * seconds finds a dead provider as well, and two failures of three open nothing.
 */
const WINDOW_REQUESTS = 10
const MIN_REQUESTS = 5
/** Where every tenth request fails, four of the first five do once in 2000 times. */
const FAILED_SHARE_TO_OPEN = 0.6

/** A person may release it, or another process close it, before its period is over. */
const KNOWN_MS = 2_000

/** A received answer is held back no longer than this for what it says of the circuit. */
const WRITE_MAX_WAIT_MS = 5_000

const newWindow = () =>
  new CountBreaker({
    threshold: FAILED_SHARE_TO_OPEN,
    size: WINDOW_REQUESTS,
    minimumNumberOfCalls: MIN_REQUESTS,
  })

/** How a request passes: like any other, or to see whether the endpoint answers again. */
export type Pass = 'usual' | 'probe'

export interface Judged {
  readonly request: ProviderRequest
  readonly outcome: unknown
  readonly answers?: Answers
  readonly seen?: SeenAnswer | undefined
}

export interface SharedCircuitDeps {
  readonly endpoint: Endpoint
  readonly db: Queryable
  readonly log: ProviderLog
  readonly openPeriodsMs?: OpenPeriodsMs | undefined
}

/**
 * Stops requests to an endpoint in every process when most of the latest ones of this process failed,
 * or nothing can be read from its answers. The database holds the state, this object the judgement.
 */
export class SharedCircuit {
  readonly #deps: SharedCircuitDeps
  readonly #contract = new ContractWatch()
  #window = newWindow()
  #known: { readonly circuit: Circuit; readonly staleAtMs: number } | undefined
  #probe: Probe | undefined

  constructor(deps: SharedCircuitDeps) {
    this.#deps = deps
  }

  /** @throws ProviderError `circuit-open` or `quarantined`, without a query, while it is known to be open. */
  refuseWhileOpen(): void {
    const { circuit, staleAtMs = 0 } = this.#known ?? {}
    if (circuit && Date.now() < staleAtMs && Date.now() < circuit.openUntil.getTime()) {
      throw refusalOf(circuit)
    }
  }

  /** Others of this process wait for the end of a probe. @throws ProviderError likewise */
  async enter(): Promise<Pass> {
    while (this.#probe) await this.#probe.ended
    this.refuseWhileOpen()
    if (!this.#known) return 'usual'
    const probe = newProbe()
    this.#probe = probe
    let pass: Pass | undefined
    try {
      pass = await this.#passOfOpen()
      return pass
    } finally {
      if (pass !== 'probe') this.#endProbe(probe)
    }
  }

  async #passOfOpen(): Promise<Pass> {
    const { endpoint, db } = this.#deps
    if (await claimProbe(db, endpoint, new Date())) return 'probe'
    const circuit = await openCircuitOf(db, endpoint)
    if (!circuit) {
      this.#forget()
      return 'usual'
    }
    this.learn(circuit)
    throw refusalOf(circuit)
  }

  #endProbe(probe: Probe | undefined): void {
    this.#probe = undefined
    probe?.end()
  }

  /** Another process has opened it. */
  learn(circuit: Circuit): void {
    this.#known = { circuit, staleAtMs: Date.now() + KNOWN_MS }
  }

  async run<Result>(pass: Pass, send: () => Promise<Result>): Promise<Result> {
    if (pass === 'usual') return send()
    const probe = this.#probe
    try {
      return await send()
    } finally {
      this.#endProbe(probe)
    }
  }

  async judge(pass: Pass, judged: Judged): Promise<void> {
    const { request, outcome, answers, seen } = judged
    const isUnreadable = this.#contract.isBroken(request, answers ?? outcome)
    if (pass === 'probe') {
      await this.#judgeProbe(judged)
      return
    }
    if (isUnreadable) {
      await this.#open('contract', this.#contract.reason, seen)
      return
    }
    if (outcome instanceof Error && isProviderDown(outcome, request.places.length)) {
      if (this.#window.failure(CircuitState.Closed)) await this.#open('failing', outcome.message)
    } else if (outcome === undefined || isAnswer(outcome)) {
      this.#window.success(CircuitState.Closed)
    }
  }

  async #judgeProbe({ request, outcome, answers, seen }: Judged): Promise<void> {
    const { endpoint, db } = this.#deps
    const { cause = 'failing', failedProbes = 0 } = this.#known?.circuit ?? {}
    const isFailed =
      cause === 'contract'
        ? ContractWatch.isUnreadable(request, answers ?? outcome)
        : isProviderDown(outcome, request.places.length)
    if (isFailed) {
      const reason = outcome instanceof Error ? outcome.message : this.#contract.reason
      const openUntil = this.#endOf(cause, failedProbes + 1)
      const sample = cause === 'contract' ? (seen?.text ?? null) : null
      await this.#write(() => extendCircuit(db, endpoint, { reason, openUntil, sample }))
      const circuit = await this.#read()
      if (circuit) this.learn(circuit)
      return
    }
    if (outcome !== undefined && !isAnswer(outcome)) {
      await this.#write(() => giveUpProbe(db, endpoint))
      return
    }
    await this.#write(() => closeCircuit(db, endpoint, new Date()))
    this.#forget()
  }

  async #open(cause: CircuitCause, reason: string, seen?: SeenAnswer): Promise<void> {
    const { endpoint, db, log } = this.#deps
    const openedAt = new Date()
    const openUntil = this.#endOf(cause, 0)
    const sample = cause === 'contract' ? (seen?.text ?? null) : null
    const opened = { ...endpoint, cause, reason, openedAt, openUntil, sample }
    await this.#write(() => openCircuit(db, opened))
    this.learn({ ...opened, failedProbes: 0, probeUntil: null, closedAt: null })
    this.#window = newWindow()
    this.#contract.forget()
    if (cause === 'contract') log.error({ ...endpoint, reason }, 'an endpoint is quarantined')
  }

  #endOf(cause: CircuitCause, failedProbes: number): Date {
    const own = cause === 'failing' ? this.#deps.openPeriodsMs : undefined
    return new Date(Date.now() + periodMs(own ?? OPEN_PERIODS_MS[cause], failedProbes))
  }

  #forget(): void {
    this.#known = undefined
    this.#window = newWindow()
    this.#contract.forget()
  }

  #read = async (): Promise<Circuit | undefined> =>
    openCircuitOf(this.#deps.db, this.#deps.endpoint).catch(() => undefined)

  /** Never throws, because losing what an answer says of the circuit is better than losing the answer. */
  async #write(query: () => Promise<void>): Promise<void> {
    const { signal } = new AbortController()
    try {
      await whileDatabaseIsAway(query, { maxWaitMs: WRITE_MAX_WAIT_MS, signal })
    } catch (err) {
      this.#deps.log.error({ err, ...this.#deps.endpoint }, 'the state of a circuit is not stored')
    }
  }
}
