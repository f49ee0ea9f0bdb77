import { setTimeout as sleep } from 'node:timers/promises'
import { PartFailure } from './part-failure.ts'
import { Part, type OnLine, type PartSpec, type RunningPart } from './part.ts'
import { createRestartBudget, type RestartBudget, type RestartLimits } from './restart-budget.ts'

export type PartState = 'starting' | 'ready' | 'waiting' | 'stopped' | 'failed'

export type PartEvent =
  | { event: 'starting' | 'stopping' | 'stopped'; part: string }
  | { event: 'ready'; part: string; durationMs: number }
  | { event: 'died' | 'gaveUp'; part: string; failure: PartFailure }
  | { event: 'restarting'; part: string; delayMs: number }

export interface PartKeeperDeps {
  limits: RestartLimits
  onLine: OnLine
  onEvent: (event: PartEvent) => void
  onGaveUp: (failure: PartFailure) => void
}

/** Keeps one part running: starts it, restarts it within its budget, stops it. */
export class PartKeeper {
  readonly spec: PartSpec
  readonly #deps: PartKeeperDeps
  readonly #nextDelay: RestartBudget
  readonly #stopped = new AbortController()
  #part: Part | undefined
  #state: PartState = 'starting'

  constructor(spec: PartSpec, deps: PartKeeperDeps) {
    this.spec = spec
    this.#deps = deps
    this.#nextDelay = createRestartBudget(deps.limits)
  }

  get state(): PartState {
    return this.#state
  }

  get running(): RunningPart | undefined {
    return this.#part
  }

  /**
   * Resolves when the part is ready. A first start that fails is not repeated: it is a wrong setting
   * far more often than bad luck, and whoever waits wants to read why at once.
   */
  async start(): Promise<void> {
    const part = await this.#launch()
    void this.#keep(part)
  }

  async stop(): Promise<void> {
    this.#stopped.abort()
    if (this.#part !== undefined && this.#state !== 'waiting') {
      this.#deps.onEvent({ event: 'stopping', part: this.spec.name })
      await this.#part.stop()
    }
    this.#state = 'stopped'
    this.#deps.onEvent({ event: 'stopped', part: this.spec.name })
  }

  kill(): void {
    this.#stopped.abort()
    this.#part?.kill()
  }

  async #launch(): Promise<Part> {
    const { spec } = this
    const startedAtMs = Date.now()
    this.#state = 'starting'
    this.#deps.onEvent({ event: 'starting', part: spec.name })
    const part = new Part(spec, this.#deps.onLine)
    this.#part = part
    try {
      await becomeReady(part, spec)
    } catch (error) {
      await part.stop()
      throw error
    }
    this.#state = 'ready'
    this.#deps.onEvent({ event: 'ready', part: spec.name, durationMs: Date.now() - startedAtMs })
    return part
  }

  async #keep(first: Part): Promise<void> {
    let part: Part | undefined = first
    while (part !== undefined) {
      const end: string = await part.exited
      part = await this.#revive(new PartFailure(part.name, end, part.lastWords()))
    }
  }

  async #revive(firstFailure: PartFailure): Promise<Part | undefined> {
    let failure = firstFailure
    while (!this.#stopped.signal.aborted) {
      this.#deps.onEvent({ event: 'died', part: this.spec.name, failure })
      const delayMs = this.#nextDelay(Date.now())
      if (delayMs === undefined) {
        this.#giveUp(failure)
        return undefined
      }
      try {
        await this.#pause(delayMs)
        return await this.#launch()
      } catch (error) {
        failure = asFailure(this.spec.name, error)
      }
    }
    return undefined
  }

  async #pause(delayMs: number): Promise<void> {
    this.#state = 'waiting'
    this.#deps.onEvent({ event: 'restarting', part: this.spec.name, delayMs })
    await sleep(delayMs, undefined, { signal: this.#stopped.signal })
  }

  #giveUp(failure: PartFailure): void {
    this.#state = 'failed'
    this.#deps.onEvent({ event: 'gaveUp', part: this.spec.name, failure })
    this.#deps.onGaveUp(failure)
  }
}

async function becomeReady(part: Part, spec: PartSpec): Promise<void> {
  const waiting = new AbortController()
  const died = part.exited.then((end) => {
    throw new PartFailure(spec.name, `${end} before it was ready`, part.lastWords())
  })
  const late = sleep(spec.readyTimeoutMs, undefined, { signal: waiting.signal }).then(() => {
    const what = `was not ready within ${spec.readyTimeoutMs / 1_000} s`
    throw new PartFailure(spec.name, what, part.lastWords())
  })
  // Losers of the race settle later, with nobody listening.
  for (const promise of [died, late]) promise.catch(() => undefined)
  try {
    await Promise.race([askReady(part, spec, died), died, late])
  } finally {
    waiting.abort()
  }
}

async function askReady(part: Part, spec: PartSpec, died: Promise<never>): Promise<void> {
  try {
    await part.launched
    await spec.ready(part)
  } catch (error) {
    // A probe that gave up because the process is gone: its end is the better story.
    if (part.signal.aborted) await died
    throw asFailure(spec.name, error, part.lastWords())
  }
}

function asFailure(name: string, error: unknown, lastWords: readonly string[] = []): PartFailure {
  if (error instanceof PartFailure) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new PartFailure(name, `did not become ready (${reason})`, lastWords, error)
}
