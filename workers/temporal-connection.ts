import { setTimeout as sleep } from 'node:timers/promises'
import { NativeConnection, Runtime } from '@temporalio/worker'
import type { Logger } from 'pino'
import type { ConnectedConfig } from '../platform/config/connected-config.ts'
import { temporalTargetOf } from '../platform/connection-targets.ts'
import { temporalLogger } from '../platform/logging/logger.ts'

const CONNECT_ATTEMPTS = 30
const CONNECT_PAUSE_MS = 1_000

let isInstalled = false

/** Once per process. Signals are the business of the process's own shutdown. */
export function installRuntime(log: Logger): void {
  if (isInstalled) return
  isInstalled = true
  Runtime.install({
    logger: temporalLogger(log),
    shutdownSignals: [],
    workerHeartbeatInterval: '30s',
    telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
  })
}

export async function connect(
  { temporal }: ConnectedConfig,
  log: Logger,
): Promise<NativeConnection> {
  const { connection: options } = temporalTargetOf(temporal)
  for (let attempt = 1; ; attempt++) {
    try {
      return await NativeConnection.connect(options)
    } catch (error) {
      if (attempt === CONNECT_ATTEMPTS) throw error
      log.warn({ attempt, address: options.address }, 'Temporal does not answer yet')
      await sleep(CONNECT_PAUSE_MS)
    }
  }
}
