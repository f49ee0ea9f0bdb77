import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Connection } from '@temporalio/client'
import { tsToMs } from '@temporalio/common/lib/time.js'
import { until } from '../until.ts'
import { startAtFreePlace } from './free-place.ts'
import { temporalCliPath } from './temporal-server.ts'

export interface PlainTemporal {
  readonly address: string
  /** What it was when the server was new. */
  readonly ownRetentionMs: number
  retentionMs(): Promise<number>
  close(): Promise<void>
}

/** A dev server that knows nothing of us: no search attributes, no settings of ours. */
export async function startPlainTemporal(): Promise<PlainTemporal> {
  const cli = await temporalCliPath()
  const dir = await mkdtemp(join(tmpdir(), 'weather247-plain-temporal-'))
  const file = ['--headless', '--db-filename', join(dir, 'temporal.db')]
  const started = await startAtFreePlace(async ({ address, port }) => {
    const args = ['server', 'start-dev', ...file, '--port', String(port), '--ip', '127.0.0.1']
    const server = spawn(cli, args, { stdio: 'ignore' })
    const connection = Connection.lazy({ address })
    try {
      return { address, server, connection, ownRetentionMs: await firstAnswer(server, connection) }
    } catch (error) {
      await Promise.all([connection.close(), ended(server)])
      throw error
    }
  })
  return {
    address: started.address,
    ownRetentionMs: started.ownRetentionMs,
    retentionMs: () => retentionMs(started.connection),
    close: async () => {
      await Promise.all([started.connection.close(), ended(started.server)])
      await rm(dir, { recursive: true, force: true })
    },
  }
}

async function firstAnswer(server: ChildProcess, connection: Connection): Promise<number> {
  return until(
    () => {
      if (hasEnded(server)) throw new Error(`a plain Temporal server: code ${server.exitCode}`)
      return retentionMs(connection).catch(() => undefined)
    },
    { what: 'a plain Temporal server' },
  )
}

async function retentionMs(connection: Connection): Promise<number> {
  const { config } = await connection.withDeadline(Date.now() + 5_000, () =>
    connection.workflowService.describeNamespace({ namespace: 'default' }),
  )
  return tsToMs(config?.workflowExecutionRetentionTtl)
}

async function ended(server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return
  server.kill('SIGTERM')
  await once(server, 'exit')
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}
