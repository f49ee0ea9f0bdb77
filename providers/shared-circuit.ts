import {
  OPEN_PERIODS_MS,
  periodMs,
  type Circuit,
  type CircuitCause,
  type OpenPeriodsMs,
} from '../domain/provider/circuit.ts'
import { FailureWindow } from '../domain/provider/failure-window.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import type { Answers, ProviderRequest, SeenAnswer } from '../domain/provider/provider.ts'
import type { Product } from '../domain/weather/product.ts'
import { ContractWatch, formOf, formOfPart, type FormVerdict } from './contract-watch.ts'
import { isAnswer, isProviderDown } from './provider-verdict.ts'
import { newProbe, type Probe } from './circuit-probe.ts'
import { refusalOf } from './circuit-refusal.ts'
import { StoredCircuit, type StoredCircuitDeps } from './stored-circuit.ts'

/** A person may release it, or another process close it, before its period is over. */
const KNOWN_MS = 2_000

/** How a request passes: like any other, or to see whether the endpoint answers again. */
export type Pass = 'usual' | 'probe'

export interface Judged {
  readonly request: ProviderRequest
  readonly outcome: unknown
  readonly answers?: Answers
  readonly seen?: SeenAnswer | undefined
  /** Judged alone, and by the form of its part only: the request is for other products, too. */
  readonly part?: Product | undefined
}

export interface SharedCircuitDeps extends StoredCircuitDeps {
  readonly openPeriodsMs?: OpenPeriodsMs | undefined
}

/**
 * Stops requests to an endpoint in every process when most of the latest ones of this process failed,
 * or nothing can be read from its answers. The database holds the state, this object the judgement.
 */
export class SharedCircuit {
  readonly #deps: SharedCircuitDeps
  readonly #stored: StoredCircuit
  readonly #contract = new ContractWatch()
  #window = new FailureWindow()
  #known: { readonly circuit: Circuit; readonly staleAtMs: number } | undefined
  #probe: Probe | undefined

  constructor(deps: SharedCircuitDeps) {
    this.#deps = deps
    this.#stored = new StoredCircuit(deps)
  }

  /** @throws ProviderError `circuit-open` or `quarantined`, without a query, while it is known to be open. */
  refuseWhileOpen(part?: Product): void {
    const { circuit, staleAtMs = 0 } = this.#known ?? {}
    if (!circuit || this.#isNoneOf(part)) return
    if (Date.now() < staleAtMs && Date.now() < circuit.openUntil.getTime()) {
      throw refusalOf(circuit, part)
    }
  }

  /** Requests that fail are those of an endpoint; a form that changed is the product's wherever it is asked for. */
  #isNoneOf(part: Product | undefined): boolean {
    return part !== undefined && this.#known?.circuit.cause !== 'contract'
  }

  /** Others of this process wait for the end of a probe. @throws ProviderError likewise */
  async enter(part?: Product): Promise<Pass> {
    while (this.#probe) await this.#probe.ended
    this.refuseWhileOpen(part)
    if (!this.#known || this.#isNoneOf(part)) return 'usual'
    const probe = newProbe()
    this.#probe = probe
    let pass: Pass | undefined
    try {
      pass = await this.#passOfOpen(part)
      return pass
    } finally {
      if (pass !== 'probe') this.#endProbe(probe)
    }
  }

  async #passOfOpen(part: Product | undefined): Promise<Pass> {
    if (await this.#stored.claimProbe()) return 'probe'
    const circuit = await this.#stored.ifOpen()
    if (!circuit) {
      this.#forget()
      return 'usual'
    }
    this.learn(circuit)
    if (this.#isNoneOf(part)) return 'usual'
    throw refusalOf(circuit, part)
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
    const { request, outcome, answers, seen, part } = judged
    const said = answers ?? outcome
    const form = part === undefined ? formOf(request, said) : formOfPart(request, part, said)
    const isBroken = this.#contract.isBroken(request, form)
    if (pass === 'probe') {
      await this.#judgeProbe(judged, form)
      return
    }
    if (isBroken) {
      await this.#open('contract', this.#contract.reason, seen)
      return
    }
    if (part !== undefined) return
    if (outcome instanceof Error && isProviderDown(outcome, request.places.length)) {
      if (this.#window.isOpenedBy(true)) await this.#open('failing', outcome.message)
    } else if (outcome === undefined || isAnswer(outcome)) {
      this.#window.isOpenedBy(false)
    }
  }

  async #judgeProbe({ request, outcome, seen }: Judged, form: FormVerdict): Promise<void> {
    const { cause = 'failing', failedProbes = 0 } = this.#known?.circuit ?? {}
    const isDown = isProviderDown(outcome, request.places.length)
    const isFailed = isDown || (cause === 'contract' && form instanceof ProviderError)
    if (isFailed) {
      const reason = outcome instanceof Error ? outcome.message : this.#contract.reason
      const openUntil = this.#endOf(cause, failedProbes + 1)
      const sample = cause === 'contract' ? (seen?.text ?? null) : null
      const circuit = await this.#stored.extend({ reason, openUntil, sample })
      if (circuit) this.learn(circuit)
      return
    }
    const isUnanswered = outcome !== undefined && !isAnswer(outcome)
    if (isUnanswered || (cause === 'contract' && form === 'silent')) {
      await this.#stored.giveUpProbe()
      return
    }
    await this.#stored.close()
    this.#forget()
  }

  async #open(cause: CircuitCause, reason: string, seen?: SeenAnswer): Promise<void> {
    const { endpoint, log } = this.#deps
    const openedAt = new Date()
    const openUntil = this.#endOf(cause, 0)
    const sample = cause === 'contract' ? (seen?.text ?? null) : null
    const opened = { ...endpoint, cause, reason, openedAt, openUntil, sample }
    const isNew = await this.#stored.open(opened)
    this.learn({ ...opened, failedProbes: 0, probeUntil: null, closedAt: null })
    this.#window = new FailureWindow()
    this.#contract.forget()
    if (cause === 'contract' && isNew !== false) {
      log.error({ ...endpoint, reason }, 'an endpoint is quarantined')
    }
  }

  #endOf(cause: CircuitCause, failedProbes: number): Date {
    const own = cause === 'failing' ? this.#deps.openPeriodsMs : undefined
    return new Date(Date.now() + periodMs(own ?? OPEN_PERIODS_MS[cause], failedProbes))
  }

  #forget(): void {
    this.#known = undefined
    this.#window = new FailureWindow()
    this.#contract.forget()
  }
}
