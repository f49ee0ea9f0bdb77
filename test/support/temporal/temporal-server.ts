import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SEARCH_ATTRIBUTES } from '../../../contracts/search-attributes.ts'
import { devServerArgs } from '../../../platform/temporal-server/dev-server.ts'
import { findCli } from '../../../platform/temporal-server/find-cli.ts'
import { serverReady } from '../../../platform/temporal-server/server-ready.ts'
import { startAtFreePlace, type FreePlace } from './free-place.ts'

export interface TestTemporalServer {
  readonly address: string
  readonly webUiUrl: string
  readonly pid: number
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Ends it in order: what it has written is in its file. */
  stop(): Promise<void>
  /** Of its file and what belongs to it. */
  fileBytes(): Promise<number>
  /** Starts it again on the same file and port. */
  restart(): Promise<void>
  close(): Promise<void>
}

const cacheDir = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'weather247')

/** The CLI as `npm start` finds it, built the first time where there is none. */
export async function temporalCliPath(): Promise<string> {
  const { path } = await findCli({
    configuredPath: process.env['TEMPORAL_CLI_PATH'],
    setting: 'TEMPORAL_CLI_PATH',
    env: process.env,
    cacheDir,
    moduleDir: fileURLToPath(new URL('../../../tools/temporal-cli', import.meta.url)),
    onProgress: (message) => {
      process.stderr.write(`${message}\n`)
    },
  })
  return path
}

export interface TestServerOptions {
  /** Beyond the product's own, as `key=json`. */
  readonly dynamicConfig?: readonly string[]
}

/** A dev server with the product's own flags, on a file of its own. */
export async function startTemporalServer({
  dynamicConfig = [],
}: TestServerOptions = {}): Promise<TestTemporalServer> {
  const cli = await temporalCliPath()
  const dir = await mkdtemp(join(tmpdir(), 'weather247-temporal-'))
  const dbFile = join(dir, 'temporal.db')
  const { place, child } = await startAtFreePlace(async (free) => {
    const place: ServerPlace = { ...free, dbFile, dynamicConfig }
    return { place, child: await startAt(cli, place) }
  })
  let server = child
  const { address, uiPort } = place
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return
    server.kill(signal)
    await once(server, 'exit')
  }
  return {
    address,
    webUiUrl: `http://127.0.0.1:${uiPort}`,
    get pid() {
      return server.pid ?? 0
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    fileBytes: async () => {
      const files = (await readdir(dir)).map((name) => stat(join(dir, name)))
      return (await Promise.all(files)).reduce((sum, { size }) => sum + size, 0)
    },
    restart: async () => {
      server = await startAt(cli, place)
    },
    close: async () => {
      await end('SIGTERM')
      await rm(dir, { recursive: true, force: true })
    },
  }
}

interface ServerPlace extends FreePlace {
  readonly dbFile: string
  readonly dynamicConfig: readonly string[]
}

const START_TIMEOUT_MS = 60_000

async function startAt(cli: string, place: ServerPlace): Promise<ChildProcess> {
  const { address, port, uiPort, dbFile, dynamicConfig } = place
  const searchAttributes = SEARCH_ATTRIBUTES
  const args = [
    ...devServerArgs({ host: '127.0.0.1', port, uiPort, dbFile, searchAttributes }),
    ...dynamicConfig.flatMap((value) => ['--dynamic-config-value', value]),
  ]
  const child = spawn(cli, args, { stdio: 'ignore' })
  const ended = new AbortController()
  child.once('exit', (code) => {
    ended.abort(new Error(`the Temporal server at ${address} has ended with code ${code}`))
  })
  try {
    await serverReady({
      address,
      namespace: 'default',
      retentionMs: 72 * 3600_000,
      searchAttributes,
      timeoutMs: START_TIMEOUT_MS,
      signal: ended.signal,
    })
    return child
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}
