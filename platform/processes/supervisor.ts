import path from 'node:path'
import { LogFile } from './log-file.ts'
import { PartError } from './part-error.ts'
import { PartKeeper, type PartEvent, type PartState } from './part-keeper.ts'
import type { PartSpec } from './part-spec.ts'
import { RESTART_BACKOFF, type RestartBackoff } from './restart-backoff.ts'

export interface SupervisorOptions {
  readonly onEvent?: (event: PartEvent) => void
  readonly onLine?: (part: string, line: string) => void
  /** Each part's output is appended to `<logDir>/<name>.log`. */
  readonly logDir?: string
  readonly restartBackoff?: RestartBackoff
}

export interface PartStatus {
  readonly name: string
  readonly state: PartState
  readonly pid: number | undefined
  readonly foreignPid: number | undefined
}

/** Runs parts in order, keeps them running, and stops them in reverse order. */
export class Supervisor {
  /** The exit code for our own process: 0 after `stop()`, 1 when a part cannot come back. */
  readonly finished: Promise<number>
  readonly #options: SupervisorOptions
  readonly #keepers: PartKeeper[] = []
  readonly #logs: LogFile[] = []
  readonly #finish: (exitCode: number) => void
  #isStopping = false
  #failure: PartError | undefined

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
        if (error instanceof PartError) this.#failure = error
        await this.#stopAll(1)
        throw error
      }
    }
    return !this.#hasStop()
  }

  /** Stops all in reverse order; a second call kills at once. */
  async stop(): Promise<number> {
    if (this.#isStopping) for (const keeper of this.#keepers.toReversed()) keeper.kill()
    else await this.#stopAll(0)
    return await this.finished
  }

  /** Why a part's first start failed; known by the time `finished` resolves. */
  get failure(): PartError | undefined {
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
      backoff: this.#options.restartBackoff ?? RESTART_BACKOFF,
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
    const log = new LogFile(path.join(logDir, `${name}.log`))
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
