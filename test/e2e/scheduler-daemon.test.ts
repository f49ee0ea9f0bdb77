import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SCHEDULE_IDS } from '../../contracts/schedule-definition.ts'
import { connectTemporal, type TemporalConnection } from '../../temporal/connect.ts'
import { unservedQueues } from '../../temporal/health.ts'
import { describeSchedules } from '../../temporal/schedules.ts'
import { startPlainTemporal, type PlainTemporal } from '../support/temporal/plain-temporal.ts'
import {
  createTestDatabase,
  postgresUrl,
  type TestDatabase,
} from '../support/services/test-database.ts'

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const MINUTE = 60_000

describe.skipIf(postgresUrl === undefined)('the scheduler as a daemon, on outside services', () => {
  let server: PlainTemporal
  let temporal: TemporalConnection
  let database: TestDatabase
  let daemon: ChildProcess

  beforeAll(async () => {
    server = await startPlainTemporal()
    temporal = connectTemporal({ connection: { address: server.address }, namespace: 'default' })
    database = await createTestDatabase('postgres')
    daemon = spawn(process.execPath, [MAIN, 'scheduler', '--daemon', '--refresh-interval', '20'], {
      env: {
        PATH: process.env['PATH'],
        TEMPORAL_ADDRESS: server.address,
        DATABASE_URL: database.url,
      },
      stdio: 'ignore',
    })
  })
  afterAll(async () => {
    if (daemon.exitCode === null && daemon.signalCode === null) {
      daemon.kill('SIGKILL')
      await once(daemon, 'exit')
    }
    await temporal.close()
    await Promise.all([database.close(), server.close()])
  })

  it('makes the schedules, with its interval, and works on every queue', async () => {
    await expect
      .poll(() => unservedQueues(temporal.client, new Date()), {
        timeout: 3 * MINUTE,
        interval: 1_000,
      })
      .toEqual([])
    const states = await describeSchedules(temporal.client, SCHEDULE_IDS)
    expect(states.map(({ id }) => id)).toEqual(SCHEDULE_IDS)
    expect(states[0]?.cadence).toBe('every 20 min, offset 1 min')
  })

  it('ends on Ctrl+C', async () => {
    daemon.kill('SIGINT')
    const [code] = (await once(daemon, 'exit')) as [number | null]
    expect(code).toBe(0)
  })
})
