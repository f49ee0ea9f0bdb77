import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { LastWords } from './last-words.ts'
import { identify, isRunning, type ProcessIdentity } from './process-identity.ts'
import type { WatcherReport } from './watcher.ts'

export interface PartSpec {
  name: string
  command: string
  args: readonly string[]
  /** The whole environment of the process, not additions to ours. */
  env: NodeJS.ProcessEnv
  /** Not a program of ours: it runs under the watcher, which ends it when we are gone. */
  foreign: boolean
  /** Resolves when the part does its work; called again after every restart. */
  ready: (part: RunningPart) => Promise<void>
  readyTimeoutMs: number
  stopGraceMs: number
}

export interface RunningPart {
  readonly name: string
  readonly pid: number | undefined
  /** The watched program's own pid, once the watcher has told it. */
  readonly foreignPid: number | undefined
  /** Aborted when the process is gone or is no longer waited for. */
  readonly signal: AbortSignal
  lastWords: () => readonly string[]
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
  /** How it ended, in words; resolves only when also a watched program is gone. */
  readonly exited: Promise<string>
  /** Resolves when the pid to end is known: at once, or when the watcher has told it. */
  readonly launched: Promise<unknown>
  readonly #spec: PartSpec
  readonly #child: ChildProcess
  readonly #words = new LastWords()
  readonly #gone = new AbortController()
  #program: ProcessIdentity | undefined
  #isForced = false

  constructor(spec: PartSpec, onLine: OnLine) {
    this.name = spec.name
    this.#spec = spec
    this.#child = spawnPart(spec)
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

  lastWords(): readonly string[] {
    return this.#words.lines()
  }

  /** Asks the process to end, and ends it when its grace is over. */
  async stop(): Promise<void> {
    this.#gone.abort()
    this.#child.kill('SIGTERM')
    const patienceMs = this.#spec.stopGraceMs + (this.#spec.foreign ? WATCHER_MARGIN_MS : 0)
    const timer = setTimeout(() => {
      this.kill()
    }, patienceMs)
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
      this.#words.add(line)
      onLine(line)
    }
    for (const stream of [this.#child.stdout, this.#child.stderr])
      if (stream !== null) createInterface({ input: stream }).on('line', say)
    // A write to a process that has just ended; its exit tells the story.
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

  async #whenExited(outputEnd: Promise<unknown>): Promise<string> {
    const end = await new Promise<string>((resolve) => {
      this.#child.once('exit', (code, signal) => {
        resolve(describeExit(code, signal))
      })
      this.#child.once('error', (error) => {
        if (this.#child.pid === undefined) resolve(`could not be started (${error.message})`)
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
    if (this.#program !== undefined && isRunning(this.#program))
      sendSignal(-this.#program.pid, 'SIGKILL')
  }
}

function spawnPart(spec: PartSpec): ChildProcess {
  // Detached: a Ctrl+C in the terminal reaches us alone, and we decide the order.
  const options = { env: spec.env, detached: true, windowsHide: true } as const
  if (!spec.foreign)
    return spawn(spec.command, spec.args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] })
  return spawn(
    process.execPath,
    [...watcherArgs(), String(spec.stopGraceMs), spec.command, ...spec.args],
    {
      ...options,
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    },
  )
}

function watcherArgs(): string[] {
  const extension = path.extname(import.meta.url)
  const entry = fileURLToPath(new URL(`./watcher${extension}`, import.meta.url))
  return extension === '.ts' ? ['--import', 'tsx', entry] : [entry]
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended by itself meanwhile.
  }
}

function describeExit(code: number | null, signal: NodeJS.Signals | null): string {
  return signal === null ? `exited with code ${String(code)}` : `was ended by ${signal}`
}
