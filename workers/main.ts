import { hostname } from 'node:os'
import { NativeConnection, Runtime, Worker, type NativeConnectionOptions } from '@temporalio/worker'
import type { Logger } from 'pino'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TaskQueue } from '../contracts/task-queues.ts'
import { unparkUnauthorized } from '../db/queries/ledger.ts'
import type { Config } from '../platform/config.ts'
import { temporalLogger } from '../platform/logger.ts'
import { workflowBundle } from './bundle.ts'
import { openDependencies } from './dependencies.ts'
import { workerSpecs } from './specs.ts'

/** Activities may finish for so long after a signal; then they are cancelled, then abandoned. */
const GRACE = { shutdownGraceTime: '8s', shutdownForceTime: '15s' } as const

const CONNECT_ATTEMPTS = 30
const CONNECT_PAUSE_MS = 1_000

export interface RunningWorkers {
  /** Resolves when all have drained, rejects when one broke. */
  readonly finished: Promise<void>
  stop(): Promise<void>
}

/** Starts one worker per queue in this process. */
export async function startWorkers(config: Config, log: Logger): Promise<RunningWorkers> {
  installRuntime(log)
  const deps = openDependencies(config, log)
  await unparkUnauthorized(deps.db)
  const connection = await connect(config, log)
  const bundle = await workflowBundle()
  const specs = Object.entries(workerSpecs(deps, config.refresh))
  const workers = await Promise.all(
    specs.map(([taskQueue, { activities, options }]) =>
      Worker.create({
        ...GRACE,
        ...options,
        connection,
        namespace: config.temporal.namespace,
        taskQueue,
        activities,
        workflowBundle: bundle,
        identity: `${hostname()}:${process.pid}:${taskQueue}`,
        workflowTaskPollerBehavior: { type: 'autoscaling', minimum: 2, initial: 3, maximum: 10 },
        activityTaskPollerBehavior: { type: 'autoscaling', minimum: 1, initial: 2, maximum: 10 },
      }),
    ),
  )
  log.info({ queues: specs.map(([queue]) => queue as TaskQueue) }, 'workers started')
  const finished = runAll(workers).finally(async () => {
    await connection.close()
    await deps.close()
  })
  return {
    finished,
    async stop() {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown()
      await finished
    },
  }
}

/** When one breaks the others drain: the process is started anew as a whole. */
async function runAll(workers: readonly Worker[]): Promise<void> {
  const runs = workers.map(async (worker) => {
    try {
      await worker.run()
    } finally {
      for (const other of workers) if (other.getState() === 'RUNNING') other.shutdown()
    }
  })
  const broken = (await Promise.allSettled(runs)).find((run) => run.status === 'rejected')
  if (broken) throw broken.reason
}

let isInstalled = false

/** Once per process. Signals are the business of the process's own shutdown. */
function installRuntime(log: Logger): void {
  if (isInstalled) return
  isInstalled = true
  Runtime.install({
    logger: temporalLogger(log),
    shutdownSignals: [],
    workerHeartbeatInterval: '30s',
    telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
  })
}

async function connect({ temporal }: Config, log: Logger): Promise<NativeConnection> {
  const options: NativeConnectionOptions =
    temporal.kind === 'external'
      ? temporal.connection.reveal()
      : { address: `127.0.0.1:${temporal.port}` }
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
