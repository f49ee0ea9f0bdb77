import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '../free-port.ts'
import { temporalCliPath } from '../temporal/temporal-server.ts'

const MAIN = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url))
const START_TIMEOUT_MS = 180_000

export interface CommandResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** The product as a user starts it, on ports and directories of its own. */
export interface Product {
  readonly url: string
  readonly webUiUrl: string
  readonly dataDir: string
  readonly temporalAddress: string
  /** What its commands are run with, and the program they run. */
  readonly env: Readonly<Record<string, string>>
  readonly main: string
  /** All it has printed so far. */
  output(): string
  readonly process: ChildProcess
  run(args: readonly string[]): Promise<CommandResult>
  /** Resolves with the exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>
  start(): Promise<void>
  close(): Promise<void>
}

const inherited = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined &&
        !/^(WEATHER|TEMPORAL_|DATABASE_|REDIS_|TEST_|VITEST)/.test(entry[0]),
    ),
  )

export async function startProduct(
  command: 'demo' | 'up',
  variables: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<Product> {
  const dir = await mkdtemp(join(tmpdir(), 'weather247-product-'))
  const [port, temporalPort, uiPort] = [await freePort(), await freePort(), await freePort()]
  const env = {
    ...inherited(),
    WEATHER247_DATA_DIR: join(dir, 'data'),
    TEMPORAL_CLI_PATH: await temporalCliPath(),
    PORT: String(port),
    WEATHER247_TEMPORAL_PORT: String(temporalPort),
    WEATHER247_TEMPORAL_UI_PORT: String(uiPort),
    ...variables,
  }
  const url = `http://127.0.0.1:${port}`
  let printed = ''
  let child: ChildProcess
  const start = async (): Promise<void> => {
    child = spawn(process.execPath, [MAIN, command, ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
      })
    }
    await untilReady(url, child, () => printed)
  }
  try {
    await start()
  } catch (error) {
    await rm(dir, { recursive: true, force: true })
    throw error
  }
  return {
    url,
    webUiUrl: `http://127.0.0.1:${uiPort}`,
    dataDir: join(dir, command === 'demo' ? 'data-demo' : 'data'),
    temporalAddress: `127.0.0.1:${temporalPort}`,
    env,
    main: MAIN,
    output: () => printed,
    get process() {
      return child
    },
    run: (args) => runCommand(args, env),
    end: async (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal)
        await once(child, 'exit')
      }
      return child.exitCode
    },
    start,
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      await rm(dir, { recursive: true, force: true })
    },
  }
}

async function untilReady(url: string, child: ChildProcess, printed: () => string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null) await outputEnded(child)
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}:\n${printed()}`)
    const response = await fetch(`${url}/readyz`).catch(() => undefined)
    if (response?.ok && printed().includes('Ctrl+C')) return
    await sleep(250)
  }
  throw new Error(`not ready after ${START_TIMEOUT_MS / 1000} s:\n${printed()}`)
}

/** What a process has said last may arrive after the news of its end. */
async function outputEnded({ stdout, stderr }: ChildProcess): Promise<void> {
  while (stdout?.readableEnded === false || stderr?.readableEnded === false) await sleep(10)
}

function runCommand(args: readonly string[], env: Record<string, string>): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [MAIN, ...args],
      { env, timeout: 120_000, maxBuffer: 16 * 1024 * 1024 },
      (_, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, stdout, stderr })
      },
    )
  })
}
