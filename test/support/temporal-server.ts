import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SEARCH_ATTRIBUTES } from '../../contracts/search-attributes.ts'
import { freePort } from '../../platform/processes/ports.ts'
import { devServerArgs } from '../../platform/temporal-server/dev-server.ts'
import { findCli } from '../../platform/temporal-server/find-cli.ts'
import { serverReady } from '../../platform/temporal-server/server-ready.ts'

export interface TestTemporalServer {
  readonly address: string
  readonly webUiUrl: string
  readonly pid: number
  /** Ends it as a power cut would. */
  kill(): Promise<void>
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
    moduleDir: fileURLToPath(new URL('../../tools/temporal-cli', import.meta.url)),
    onProgress: (message) => {
      process.stderr.write(`${message}\n`)
    },
  })
  return path
}

/** A dev server with the product's own flags, on a file of its own. */
export async function startTemporalServer(): Promise<TestTemporalServer> {
  const cli = await temporalCliPath()
  const dir = await mkdtemp(join(tmpdir(), 'weather247-temporal-'))
  const [port, uiPort] = [await freePort(), await freePort()]
  const address = `127.0.0.1:${port}`
  const searchAttributes = SEARCH_ATTRIBUTES
  const dbFile = join(dir, 'temporal.db')
  const start = async (): Promise<ChildProcess> => {
    const args = devServerArgs({ host: '127.0.0.1', port, uiPort, dbFile, searchAttributes })
    const child = spawn(cli, args, { stdio: 'ignore' })
    await serverReady({
      address,
      namespace: 'default',
      retentionMs: 72 * 3600_000,
      searchAttributes,
      timeoutMs: 30_000,
    })
    return child
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return
    server.kill(signal)
    await once(server, 'exit')
  }
  let server = await start()
  return {
    address,
    webUiUrl: `http://127.0.0.1:${uiPort}`,
    get pid() {
      return server.pid ?? 0
    },
    kill: () => end('SIGKILL'),
    restart: async () => {
      server = await start()
    },
    close: async () => {
      await end('SIGTERM')
      await rm(dir, { recursive: true, force: true })
    },
  }
}
