import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface WorkerProcess {
  readonly pid: number
  /** Resolves when the process is gone, for whatever reason. */
  readonly gone: Promise<void>
  isRunning(): boolean
  /** Ends it with -9 and waits until it is gone. */
  kill(): Promise<void>
  stop(): Promise<void>
  /** The end of what it wrote to stderr. */
  lastWords(): string
}

const KEPT_OUTPUT = 4_000
const STOP_TIMEOUT_MS = 30_000

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const SOURCE = ['--import', 'tsx', here('worker-entry.ts')]

/** The built program where there is one. */
function command(): string[] {
  const built = here('../../dist/cli/main.js')
  const bundle = here('../../dist/workflows/bundle.js')
  if (existsSync(built) && existsSync(bundle)) return [built, 'worker']
  return SOURCE
}

/** The workers in a process of their own, as an installation runs them. */
export function startWorkerProcess(
  variables: Readonly<Record<string, string>>,
  /** Also where a program is built, which may be an older one. */
  { fromSource = false } = {},
): WorkerProcess {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, fromSource ? SOURCE : command(), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, ...variables },
  })
  let output = ''
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString('utf8')).slice(-KEPT_OUTPUT)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const gone = once(child, 'exit').then(() => undefined)
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null
  return {
    pid: child.pid ?? 0,
    gone,
    isRunning,
    async kill() {
      if (isRunning()) child.kill('SIGKILL')
      await gone
    },
    async stop() {
      if (isRunning()) child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
      await gone
      clearTimeout(timer)
    },
    lastWords: () => output,
  }
}
