import { mkdtempSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { Connection } from '@temporalio/client'
import { tsToMs } from '@temporalio/common/lib/time.js'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../test/support/free-port.ts'
import { Supervisor } from '../processes/supervisor.ts'
import { devServerArgs, type SearchAttributes } from './dev-server.ts'
import { findCli, type FoundCli } from './find-cli.ts'
import { serverReady } from './server-ready.ts'

const HOUR_MS = 3_600_000
const NAMESPACE = { namespace: 'default', retentionMs: 72 * HOUR_MS }
const FIRST = { WeatherCityId: 'Keyword' } as const
const SECOND = { ...FIRST, WeatherFailedCount: 'Int' } as const

const notHere = () => Promise.reject(new Error('not in a unit test'))

const cli: FoundCli | undefined = await findCli({
  configuredPath: process.env['TEMPORAL_CLI_PATH'],
  setting: 'TEMPORAL_CLI_PATH',
  env: process.env,
  cacheDir: path.join(
    process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'),
    'weather247',
  ),
  moduleDir: '',
  onProgress: () => undefined,
  download: notHere,
  build: notHere,
}).catch(() => undefined)

const WHY_SKIPPED = cli === undefined ? ' (skipped: no Temporal CLI on PATH or in the cache)' : ''

async function startServer(dbFile: string, searchAttributes: SearchAttributes) {
  const port = await freePort()
  const supervisor = new Supervisor()
  const address = `127.0.0.1:${port}`
  onTestFinished(() => void supervisor.stop())
  const options = { host: '127.0.0.1', port, uiPort: await freePort(), dbFile, searchAttributes }
  const started = supervisor.start([
    {
      name: 'temporal',
      command: cli!.path,
      args: devServerArgs(options),
      env: process.env,
      foreign: true,
      ready: ({ signal }) =>
        serverReady({ ...NAMESPACE, address, searchAttributes, timeoutMs: 15_000, signal }),
      readyTimeoutMs: 20_000,
      stopGraceMs: 5_000,
    },
  ])
  return { supervisor, address, started }
}

test('the arguments name the file, the ports and each search attribute', () => {
  const args = devServerArgs({
    host: '0.0.0.0',
    port: 7233,
    uiPort: 8233,
    dbFile: '/data/temporal.db',
    searchAttributes: SECOND,
  }).join(' ')
  expect(args).toContain('--ip 0.0.0.0 --port 7233 --ui-ip 127.0.0.1 --ui-port 8233')
  expect(args).toContain('--db-filename /data/temporal.db')
  expect(args).toContain('--search-attribute WeatherFailedCount=Int')
  expect(args).toContain('--sqlite-pragma journal_mode=WAL')
})

test.skipIf(cli === undefined)(
  `the server starts on its file again, with retention and later search attributes${WHY_SKIPPED}`,
  async () => {
    const dbFile = path.join(mkdtempSync(path.join(tmpdir(), 'dev-server-')), 'temporal.db')
    const first = await startServer(dbFile, FIRST)
    expect(await first.started).toBe(true)
    expect(await first.supervisor.stop()).toBe(0)

    const second = await startServer(dbFile, SECOND)
    expect(await second.started).toBe(true)
    const connection = await Connection.connect({ address: second.address })
    const { config } = await connection.workflowService.describeNamespace({ namespace: 'default' })
    const { customAttributes } = await connection.operatorService.listSearchAttributes({
      namespace: 'default',
    })
    expect(tsToMs(config?.workflowExecutionRetentionTtl)).toBe(72 * HOUR_MS)
    expect(customAttributes).toMatchObject({ WeatherCityId: 2, WeatherFailedCount: 3 })
    await connection.close()
    expect(await second.supervisor.stop()).toBe(0)

    const third = await startServer(dbFile, { WeatherCityId: 'Int' })
    await expect(third.started).rejects.toThrow(
      /search attribute WeatherCityId of namespace default exists with another type than Int/,
    )
  },
)
