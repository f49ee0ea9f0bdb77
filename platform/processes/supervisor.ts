import path from 'node:path'
import { openLogFile, type LogFile } from './log-file.ts'
import { PartFailure } from './part-failure.ts'
import { PartKeeper, type PartEvent, type PartState } from './part-keeper.ts'
import type { PartSpec } from './part.ts'
import { RESTART_LIMITS, type RestartLimits } from './restart-budget.ts'

export interface SupervisorOptions {
  onEvent?: (event: PartEvent) => void
  onLine?: (part: string, line: string) => void
  /** Each part's output is appended to `<logDir>/<name>.log`. */
  logDir?: string
  restartLimits?: RestartLimits
}

export interface PartStatus {
  name: string
  state: PartState
  pid: number | undefined
  foreignPid: number | undefined
}

/** Runs parts in order, keeps them running, and stops them in reverse order. */
export class Supervisor {
  /** The exit code for our own process: 0 after `stop()`, 1 when a part could not be kept alive. */
  readonly finished: Promise<number>
  readonly #options: SupervisorOptions
  readonly #keepers: PartKeeper[] = []
  readonly #logs: LogFile[] = []
  readonly #finish: (exitCode: number) => void
  #isStopping = false
  #failure: PartFailure | undefined

  constructor(options: SupervisorOptions = {}) {
    this.#options = options
    const { promise, resolve } = deferred<number>()
    this.finished = promise
    this.#finish = resolve
  }

  /**
   * Starts each part when the one before it is ready; may be called again for further parts.
   * Resolves false when a stop came in between; a part that cannot start stops all and rejects.
   */
  async start(specs: readonly PartSpec[]): Promise<boolean> {
    for (const spec of specs) {
      if (this.#hasStop()) return false
      const keeper = this.#keep(spec)
      try {
        await keeper.start()
      } catch (error) {
        if (this.#hasStop()) return false
        if (error instanceof PartFailure) this.#failure = error
        await this.#stopAll(1)
        throw error
      }
    }
    return !this.#hasStop()
  }

  /** Stops all in reverse order; a second call does not wait for anybody's grace. */
  async stop(): Promise<number> {
    if (this.#isStopping) for (const keeper of this.#keepers.toReversed()) keeper.kill()
    else await this.#stopAll(0)
    return await this.finished
  }

  /** Why a part's first start failed; known by the time `finished` resolves. */
  get failure(): PartFailure | undefined {
    return this.#failure
  }

  status(): PartStatus[] {
    return this.#keepers.map(({ spec, state, running }) => ({
      name: spec.name,
      state,
      pid: running?.pid,
      foreignPid: running?.foreignPid,
    }))
  }

  /** A method, since the compiler believes that a field stays as it was across an await. */
  #hasStop(): boolean {
    return this.#isStopping
  }

  #keep(spec: PartSpec): PartKeeper {
    const log = this.#openLog(spec.name)
    const keeper = new PartKeeper(spec, {
      limits: this.#options.restartLimits ?? RESTART_LIMITS,
      onLine: (line) => {
        log?.append(line)
        this.#options.onLine?.(spec.name, line)
      },
      onEvent: (event) => this.#options.onEvent?.(event),
      onGaveUp: () => void this.#stopAll(1),
    })
    this.#keepers.push(keeper)
    return keeper
  }

  #openLog(name: string): LogFile | undefined {
    const { logDir } = this.#options
    if (logDir === undefined) return undefined
    const log = openLogFile(path.join(logDir, `${name}.log`))
    this.#logs.push(log)
    return log
  }

  async #stopAll(exitCode: number): Promise<void> {
    if (this.#isStopping) return
    this.#isStopping = true
    for (const keeper of this.#keepers.toReversed()) await keeper.stop()
    for (const log of this.#logs) log.close()
    this.#finish(exitCode)
  }
}

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
