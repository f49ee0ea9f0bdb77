import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { BUNDLE_VARIABLE } from '../temporal/workflow-bundle.ts'
import { WORKER_PROGRAM } from './program.ts'

export interface WorkerProcess {
  readonly pid: number
  /** Resolves when the process is gone, for whatever reason. */
  readonly gone: Promise<void>
  isRunning(): boolean
  /** Ends it with -9 and waits until it is gone. */
  kill(): Promise<void>
  stop(): Promise<void>
  /** The end of what it wrote to stderr. */
  outputTail(): string
}

const KEPT_OUTPUT = 4_000
const STOP_TIMEOUT_MS = 30_000

/** The workers in a process of their own, as an installation runs them. */
export function startWorkerProcess(variables: Readonly<Record<string, string>>): WorkerProcess {
  const { PATH = '', HOME = '', [BUNDLE_VARIABLE]: bundle } = process.env
  const child = spawn(process.execPath, WORKER_PROGRAM, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, ...(bundle && { [BUNDLE_VARIABLE]: bundle }), ...variables },
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
    outputTail: () => output,
  }
}
