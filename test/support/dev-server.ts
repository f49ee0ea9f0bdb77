import { mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { SEARCH_ATTRIBUTES } from '../../contracts/search-attributes.ts'
import { freePort } from '../../platform/processes/ports.ts'
import { Supervisor } from '../../platform/processes/supervisor.ts'
import { devServerArgs } from '../../platform/temporal-server/dev-server.ts'
import { findCli } from '../../platform/temporal-server/find-cli.ts'
import { serverReady } from '../../platform/temporal-server/server-ready.ts'
import { embeddedTarget, type TemporalTarget } from '../../temporal/connect.ts'

const DAY_MS = 24 * 3_600_000

export interface TestTemporal {
  readonly port: number
  readonly target: TemporalTarget
  /** The `temporal` program, for what an operator does by hand. */
  readonly cliPath: string
  close(): Promise<void>
}

/** A Temporal dev server of the test's own, on a file in a temporary folder. */
export async function startDevServer(): Promise<TestTemporal> {
  const { path: cliPath } = await findTestCli()
  const folder = mkdtempSync(join(tmpdir(), 'weather247-test-temporal-'))
  const port = await freePort()
  const supervisor = new Supervisor()
  const options = {
    host: '127.0.0.1',
    port,
    uiPort: await freePort(),
    dbFile: join(folder, 'temporal.db'),
    searchAttributes: SEARCH_ATTRIBUTES,
  }
  const readiness = {
    address: `127.0.0.1:${port}`,
    namespace: 'default',
    retentionMs: DAY_MS,
    searchAttributes: SEARCH_ATTRIBUTES,
    timeoutMs: 30_000,
  }
  const isUp = await supervisor.start([
    {
      name: 'temporal',
      command: cliPath,
      args: devServerArgs(options),
      env: process.env,
      foreign: true,
      ready: ({ signal }) => serverReady({ ...readiness, signal }),
      readyTimeoutMs: 40_000,
      stopGraceMs: 5_000,
    },
  ])
  if (!isUp) throw new Error('the Temporal dev server did not start')
  return {
    port,
    target: embeddedTarget(port),
    cliPath,
    async close() {
      await supervisor.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const findTestCli = () =>
  findCli({
    configuredPath: process.env['TEMPORAL_CLI_PATH'],
    setting: 'TEMPORAL_CLI_PATH',
    env: process.env,
    cacheDir: join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'weather247'),
    moduleDir: join(import.meta.dirname, '../../tools/temporal-cli'),
    onProgress: () => undefined,
  })
