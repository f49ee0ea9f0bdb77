import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { builtFile } from '../build.ts'

export interface Child {
  readonly pid: number
  close(): Promise<void>
}

/** A child process that takes one command at a time. */
export interface Servant<Order, Report> extends Child {
  ask(order: Order): Promise<Report>
}

interface ChildOptions {
  readonly name: string
  /** Below the compiled root. */
  readonly script: string
  readonly nodeArgs?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

const CLOSE_GRACE_MS = 20_000

export async function startServant<Order extends object, Report>(
  options: ChildOptions,
): Promise<Servant<Order, Report>> {
  const { child, pid, gone, close } = spawned(options, ['ignore', 'ignore', 'inherit', 'ipc'])
  await Promise.race([once(child, 'message'), gone])
  return {
    pid,
    close,
    async ask(order) {
      const answered = once(child, 'message')
      child.send(order)
      const [report] = (await Promise.race([answered, gone])) as [Report]
      return report
    },
  }
}

/** A process that prints where it is, and ends with its standard input. */
export async function startPrinting(options: ChildOptions & { args: readonly string[] }) {
  const { child, pid, gone, close } = spawned(options, ['pipe', 'pipe', 'inherit'], options.args)
  if (!child.stdout) throw new Error(`${options.name} has no standard output`)
  const lines = createInterface(child.stdout)
  const [line] = (await Promise.race([once(lines, 'line'), gone])) as [string]
  const { url } = JSON.parse(line) as { url: string }
  return { pid, url, close } satisfies Child & { url: string }
}

function spawned(
  { name, script, env, nodeArgs = [] }: ChildOptions,
  stdio: ('pipe' | 'ignore' | 'inherit' | 'ipc')[],
  args: readonly string[] = [],
) {
  const child = spawn(process.execPath, [...nodeArgs, builtFile(script), ...args], {
    stdio,
    // Nothing of the caller's settings: no real weather API, no Redis.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
  })
  const gone = once(child, 'exit').then(([code, signal]): never => {
    throw new Error(`${name} ended unexpectedly: ${String(code ?? signal)}`)
  })
  gone.catch(() => undefined)
  return { child, pid: child.pid ?? 0, gone, close: () => end(child) }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), CLOSE_GRACE_MS)
  await exited
  clearTimeout(late)
}
