import { setTimeout as sleep } from 'node:timers/promises'
import { FINAL_EXIT_CODE, PartError } from './part-error.ts'
import type { PartSpec, RunningPart } from './part-spec.ts'
import { Part, type OnLine } from './part.ts'
import { createRestartBackoff, type NextDelay, type RestartBackoff } from './restart-backoff.ts'

export type PartState = 'starting' | 'ready' | 'waiting' | 'stopped' | 'failed'

export type PartEvent =
  | { event: 'starting' | 'stopping' | 'stopped'; part: string }
  | { event: 'ready'; part: string; durationMs: number }
  | { event: 'died' | 'gaveUp'; part: string; failure: PartError }
  | { event: 'restarting'; part: string; delayMs: number }

export interface PartKeeperDeps {
  readonly backoff: RestartBackoff
  readonly onLine: OnLine
  readonly onEvent: (event: PartEvent) => void
  readonly onGaveUp: (failure: PartError) => void
}

/** Keeps one part running: starts it, restarts it after growing delays, stops it. */
export class PartKeeper {
  readonly spec: PartSpec
  readonly #deps: PartKeeperDeps
  readonly #nextDelay: NextDelay
  readonly #stopped = new AbortController()
  #part: Part | undefined
  #state: PartState = 'starting'

  constructor(spec: PartSpec, deps: PartKeeperDeps) {
    this.spec = spec
    this.#deps = deps
    this.#nextDelay = createRestartBackoff(deps.backoff)
  }

  get state(): PartState {
    return this.#state
  }

  get running(): RunningPart | undefined {
    return this.#part
  }

  /**
   * Resolves when the part is ready. A first start that fails is not repeated: it is a wrong setting
   * far more often than a transient fault, and its reason is reported at once.
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

  async #launch(moreArgs: readonly string[] = []): Promise<Part> {
    const { spec } = this
    const startedAtMs = Date.now()
    this.#state = 'starting'
    this.#deps.onEvent({ event: 'starting', part: spec.name })
    const part = new Part(spec, [...spec.args, ...moreArgs], this.#deps.onLine)
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
      const readyAtMs = Date.now()
      const { what, exitCode } = await part.exited
      const failure = new PartError(part.name, what, part.outputTail(), { exitCode })
      part = await this.#revive(failure, Date.now() - readyAtMs)
    }
  }

  async #revive(firstFailure: PartError, lastRanForMs: number): Promise<Part | undefined> {
    let [failure, ranForMs] = [firstFailure, lastRanForMs]
    while (!this.#stopped.signal.aborted) {
      this.#deps.onEvent({ event: 'died', part: this.spec.name, failure })
      if (failure.exitCode === FINAL_EXIT_CODE) {
        this.#giveUp(failure)
        return undefined
      }
      try {
        await this.#pause(this.#nextDelay(ranForMs))
        return await this.#launch(this.spec.restartArgs)
      } catch (error) {
        failure = asFailure(this.spec.name, error)
        ranForMs = 0
      }
    }
    return undefined
  }

  async #pause(delayMs: number): Promise<void> {
    this.#state = 'waiting'
    this.#deps.onEvent({ event: 'restarting', part: this.spec.name, delayMs })
    await sleep(delayMs, undefined, { signal: this.#stopped.signal })
  }

  #giveUp(failure: PartError): void {
    this.#state = 'failed'
    this.#deps.onEvent({ event: 'gaveUp', part: this.spec.name, failure })
    this.#deps.onGaveUp(failure)
  }
}

async function becomeReady(part: Part, spec: PartSpec): Promise<void> {
  const waiting = new AbortController()
  const died = part.exited.then(({ what, exitCode }) => {
    throw new PartError(spec.name, `${what} before it was ready`, part.outputTail(), { exitCode })
  })
  const late = sleep(spec.readyTimeoutMs, undefined, { signal: waiting.signal }).then(() => {
    const what = `was not ready within ${spec.readyTimeoutMs / 1_000} s`
    throw new PartError(spec.name, what, part.outputTail())
  })
  // Losers of the race settle later, without a listener.
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
    // A probe that gave up because the process is gone: the exit explains more than the probe.
    if (part.signal.aborted) await died
    throw asFailure(spec.name, error, part.outputTail())
  }
}

function asFailure(name: string, error: unknown, outputTail: readonly string[] = []): PartError {
  if (error instanceof PartError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new PartError(name, `did not become ready (${reason})`, outputTail, { cause: error })
}
