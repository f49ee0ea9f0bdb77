import { hostname } from 'node:os'
import {
  Worker,
  type NativeConnection,
  type WorkerOptions,
  type WorkflowBundleOption,
} from '@temporalio/worker'
import type { Logger } from 'pino'
import { TASK_QUEUES, type TaskQueue } from '../contracts/task-queues.ts'
import type { ConnectedConfig } from '../platform/config/connected-config.ts'
import { installedProviders } from '../platform/config/installed-providers.ts'
import { createRedactor } from '../platform/logging/redact.ts'
import { workflowBundle as ownBundle } from './bundle.ts'
import { openDependencies } from './dependencies.ts'
import { DRAIN } from './drain.ts'
import { shortFailures } from './short-failures.ts'
import { connect } from './temporal-connection.ts'
import { ACTIVITIES, optionsOf } from './worker-options.ts'

export interface FactoryOptions {
  readonly queues: readonly TaskQueue[]
  /** Activities at once, for each of the queues; each has its own number where absent. */
  readonly concurrency?: number
  /** The product's own where absent. */
  readonly workflowBundle?: WorkflowBundleOption
}

export interface WorkerFactory {
  create(queue: TaskQueue): Promise<Worker>
  /** A connection that workers still hold refuses; the process that failed to start ends anyway. */
  close(): Promise<void>
}

/** Opens what the workers of a process share. */
export async function openFactory(
  config: ConnectedConfig,
  log: Logger,
  { queues, concurrency, workflowBundle }: FactoryOptions,
): Promise<WorkerFactory> {
  const deps = openDependencies(config, log)
  if (queues.includes(TASK_QUEUES.weatherRefresh)) await deps.tryOtherKeys()
  await deps.directory.refresh()
  reportBarred(config, log)
  const connection = await connect(config, log)
  const shared = sharedOptions(config, connection, workflowBundle ?? (await ownBundle()))
  const slots = (queue: TaskQueue): number | undefined =>
    concurrency ?? (queue === TASK_QUEUES.weatherRefresh ? config.refresh.concurrency : undefined)
  return {
    create: (queue) =>
      Worker.create({
        ...shared,
        ...optionsOf(queue, slots(queue)),
        taskQueue: queue,
        activities: ACTIVITIES[queue](deps),
        identity: `${hostname()}:${process.pid}:${queue}`,
      }),
    async close() {
      try {
        await connection.close()
      } finally {
        await deps.close()
      }
    },
  }
}

const sharedOptions = (
  { temporal, secrets }: ConnectedConfig,
  connection: NativeConnection,
  workflowBundle: WorkflowBundleOption,
): Omit<WorkerOptions, 'taskQueue'> => ({
  connection,
  namespace: temporal.namespace,
  interceptors: { activity: [shortFailures(createRedactor(secrets))] },
  workflowBundle,
  shutdownGraceTime: DRAIN.graceMs,
  shutdownForceTime: DRAIN.forceMs,
  workflowTaskPollerBehavior: { type: 'autoscaling', minimum: 2, initial: 3, maximum: 10 },
  activityTaskPollerBehavior: { type: 'autoscaling', minimum: 1, initial: 2, maximum: 10 },
})

/** What a person left out without knowing it would be missed. */
function reportBarred({ providers }: ConnectedConfig, log: Logger): void {
  for (const { id, key, barredBy } of installedProviders(providers, new Date())) {
    if (barredBy !== null && key !== 'missing') log.warn({ provider: id }, `left out: ${barredBy}`)
  }
}
