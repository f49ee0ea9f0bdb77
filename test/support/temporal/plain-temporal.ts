import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Connection } from '@temporalio/client'
import { tsToMs } from '@temporalio/common/lib/time.js'
import { freePort } from '../../../platform/processes/ports.ts'
import { temporalCliPath } from './temporal-server.ts'
import { until } from '../until.ts'

export interface PlainTemporal {
  readonly address: string
  /** What it was when the server was new. */
  readonly ownRetentionMs: number
  retentionMs(): Promise<number>
  close(): Promise<void>
}

/** A dev server that knows nothing of us: no search attributes, no settings of ours. */
export async function startPlainTemporal(): Promise<PlainTemporal> {
  const dir = await mkdtemp(join(tmpdir(), 'weather247-plain-temporal-'))
  const port = await freePort()
  const file = ['--headless', '--db-filename', join(dir, 'temporal.db')]
  const args = ['server', 'start-dev', ...file, '--port', String(port), '--ip', '127.0.0.1']
  const server = spawn(await temporalCliPath(), args, { stdio: 'ignore' })
  const address = `127.0.0.1:${port}`
  const connection = Connection.lazy({ address })
  const retentionMs = async (): Promise<number> => {
    const { config } = await connection.withDeadline(Date.now() + 5_000, () =>
      connection.workflowService.describeNamespace({ namespace: 'default' }),
    )
    return tsToMs(config?.workflowExecutionRetentionTtl)
  }
  const ownRetentionMs = await until(() => retentionMs().catch(() => undefined), {
    what: 'a plain Temporal server',
  })
  return {
    address,
    ownRetentionMs,
    retentionMs,
    close: async () => {
      await connection.close()
      if (server.exitCode === null && server.signalCode === null) {
        server.kill('SIGTERM')
        await once(server, 'exit')
      }
      await rm(dir, { recursive: true, force: true })
    },
  }
}
