import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { OutputTail } from './output-tail.ts'
import { identify, isRunning, type ProcessIdentity } from './process-identity.ts'
import type { PartSpec, RunningPart } from './part-spec.ts'
import { spawnPart } from './spawn-part.ts'
import type { WatcherReport } from './watcher.ts'

export interface PartEnd {
  /** Follows the part's name in a message. */
  readonly what: string
  /** Null where a signal ended it, or it could not be started. */
  readonly exitCode: number | null
}

export type OnLine = (line: string) => void

/** A watcher that has not ended this long after its program's grace is ended itself. */
const WATCHER_MARGIN_MS = 1_000
/** Output still on its way when a process ends; a grandchild may hold the pipe open for ever. */
const LAST_OUTPUT_MS = 250
/** A process that outlives SIGKILL this long hangs in the kernel; waiting on does not help. */
const UNKILLABLE_MS = 2_000

/** One run of one part's process. */
export class Part implements RunningPart {
  readonly name: string
  /** Resolves only when also a watched program is gone. */
  readonly exited: Promise<PartEnd>
  /** Resolves when the pid to end is known: at once, or when the watcher has reported it. */
  readonly launched: Promise<unknown>
  readonly #spec: PartSpec
  readonly #child: ChildProcess
  readonly #tail = new OutputTail()
  readonly #gone = new AbortController()
  #program: ProcessIdentity | undefined
  #isForced = false

  constructor(spec: PartSpec, args: readonly string[], onLine: OnLine) {
    this.name = spec.name
    this.#spec = spec
    this.#child = spawnPart(spec, args)
    this.launched = spec.foreign ? this.#whenReported() : Promise.resolve()
    const outputEnd = this.#listen(onLine)
    this.exited = this.#whenExited(outputEnd)
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  get foreignPid(): number | undefined {
    return this.#program?.pid
  }

  get signal(): AbortSignal {
    return this.#gone.signal
  }

  outputTail(): readonly string[] {
    return this.#tail.lines()
  }

  /** Sends SIGTERM, and SIGKILL when the grace is over. */
  async stop(): Promise<void> {
    this.#gone.abort()
    this.#child.kill('SIGTERM')
    const graceMs = this.#spec.stopGraceMs + (this.#spec.foreign ? WATCHER_MARGIN_MS : 0)
    const timer = setTimeout(() => {
      this.kill()
    }, graceMs)
    await this.exited
    clearTimeout(timer)
  }

  kill(): void {
    this.#isForced = true
    this.#gone.abort()
    if (this.#spec.foreign && this.#program === undefined) {
      // Its program may be starting right now, and only the watcher knows it.
      this.#child.kill('SIGTERM')
      return
    }
    this.#killProgram()
    this.#child.kill('SIGKILL')
  }

  #listen(onLine: OnLine): Promise<unknown> {
    const say = (line: string) => {
      this.#tail.add(line)
      onLine(line)
    }
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream !== null) createInterface({ input: stream }).on('line', say)
    }
    // A write to a process that has just ended; `exited` reports its end.
    this.#child.stdin?.on('error', () => undefined)
    this.#child.on('error', (error) => {
      say(error.message)
    })
    return once(this.#child, 'close').catch(() => undefined)
  }

  #whenReported(): Promise<void> {
    return new Promise((resolve) => {
      this.#child.once('message', (report) => {
        this.#program = identify((report as WatcherReport).pid)
        if (this.#isForced) this.#killProgram()
        resolve()
      })
    })
  }

  async #whenExited(outputEnd: Promise<unknown>): Promise<PartEnd> {
    const end = await new Promise<PartEnd>((resolve) => {
      this.#child.once('exit', (code, signal) => {
        resolve({ what: describeExit(code, signal), exitCode: code })
      })
      this.#child.once('error', (error) => {
        if (this.#child.pid === undefined) {
          resolve({ what: `could not be started (${error.message})`, exitCode: null })
        }
      })
    })
    this.#gone.abort()
    await Promise.race([outputEnd, sleep(LAST_OUTPUT_MS)])
    await this.#endOrphan()
    return end
  }

  /** Whatever ended the watcher, its program must not keep the port or the file. */
  async #endOrphan(): Promise<void> {
    const program = this.#program
    if (program === undefined || !isRunning(program)) return
    if (!this.#isForced) sendSignal(program.pid, 'SIGTERM')
    const graceEndMs = Date.now() + this.#spec.stopGraceMs
    while (isRunning(program) && Date.now() < graceEndMs + UNKILLABLE_MS) {
      if (this.#isForced || Date.now() > graceEndMs) this.#killProgram()
      await sleep(20)
    }
  }

  #killProgram(): void {
    if (this.#program !== undefined && isRunning(this.#program)) {
      sendSignal(-this.#program.pid, 'SIGKILL')
    }
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended by itself meanwhile.
  }
}

function describeExit(code: number | null, signal: NodeJS.Signals | null): string {
  return signal === null ? `exited with code ${code}` : `was ended by ${signal}`
}
