import { hostname } from 'node:os'
import { Worker, type WorkerOptions, type WorkflowBundleOption } from '@temporalio/worker'
import type { Logger } from 'pino'
import { TASK_QUEUE_NAMES, TASK_QUEUES, type TaskQueue } from '../contracts/task-queues.ts'
import type { ConnectedConfig } from '../platform/config/connected-config.ts'
import { installedProviders } from '../platform/config/installed-providers.ts'
import { createRedactor } from '../platform/logging/redact.ts'
import { RESTART_BACKOFF } from '../platform/processes/index.ts'
import { workflowBundle as ownBundle } from './bundle.ts'
import { openDependencies } from './dependencies.ts'
import { DRAIN } from './drain.ts'
import { keepRunning, type Fault, type Running } from './keep-running.ts'
import { shortFailures } from './short-failures.ts'
import { ACTIVITIES, optionsOf } from './worker-options.ts'
import { connect, installRuntime } from './temporal-connection.ts'

export interface WorkersOptions {
  /** All of them where absent. */
  readonly queues?: readonly TaskQueue[]
  /** Activities at once, for each of the queues; each has its own number where absent. */
  readonly concurrency?: number
  /** The product's own where absent. */
  readonly workflowBundle?: WorkflowBundleOption
}

export interface RunningWorkers {
  /** Resolves when all have drained, rejects when one did not drain well. */
  readonly finished: Promise<void>
  stop(): Promise<void>
}

/** Starts one worker per queue in this process, and starts it again when it breaks. */
export async function startWorkers(
  config: ConnectedConfig,
  log: Logger,
  options: WorkersOptions = {},
): Promise<RunningWorkers> {
  installRuntime(log)
  const { queues = TASK_QUEUE_NAMES } = options
  const factory = await openFactory(config, log, options)
  const end = new AbortController()
  try {
    const created = await Promise.all(
      queues.map(async (queue) => ({ queue, worker: await factory.create(queue) })),
    )
    log.info({ queues }, 'workers started')
    const kept = created.map(({ queue, worker }) =>
      keepRunning(running(worker), async () => running(await factory.create(queue)), {
        backoff: RESTART_BACKOFF,
        signal: end.signal,
        onFault: (fault) => {
          report(log, queue, fault)
        },
      }),
    )
    const finished = allEnded(kept).finally(() => factory.close())
    return {
      finished,
      async stop() {
        end.abort()
        await finished
      },
    }
  } catch (error) {
    await factory.close().catch((fault: unknown) => {
      log.warn({ err: fault }, 'what the workers used could not be closed')
    })
    throw error
  }
}

/** What the workers of a process share, and how one is made of it. */
async function openFactory(
  config: ConnectedConfig,
  log: Logger,
  { queues = TASK_QUEUE_NAMES, concurrency, workflowBundle }: WorkersOptions,
) {
  const deps = openDependencies(config, log)
  if (queues.includes(TASK_QUEUES.weatherRefresh)) await deps.tryOtherKeys()
  await deps.directory.refresh()
  reportBarred(config, log)
  const connection = await connect(config, log)
  const shared: Omit<WorkerOptions, 'taskQueue'> = {
    connection,
    namespace: config.temporal.namespace,
    interceptors: { activity: [shortFailures(createRedactor(config.secrets))] },
    workflowBundle: workflowBundle ?? (await ownBundle()),
    shutdownGraceTime: DRAIN.graceMs,
    shutdownForceTime: DRAIN.forceMs,
    workflowTaskPollerBehavior: { type: 'autoscaling', minimum: 2, initial: 3, maximum: 10 },
    activityTaskPollerBehavior: { type: 'autoscaling', minimum: 1, initial: 2, maximum: 10 },
  }
  const slots = (queue: TaskQueue): number | undefined =>
    concurrency ?? (queue === TASK_QUEUES.weatherRefresh ? config.refresh.concurrency : undefined)
  return {
    create: (queue: TaskQueue): Promise<Worker> =>
      Worker.create({
        ...shared,
        ...optionsOf(queue, slots(queue)),
        taskQueue: queue,
        activities: ACTIVITIES[queue](deps),
        identity: `${hostname()}:${process.pid}:${queue}`,
      }),
    /** A connection that workers still hold refuses; the process that failed to start ends anyway. */
    async close() {
      try {
        await connection.close()
      } finally {
        await deps.close()
      }
    },
  }
}

/** What a person left out without knowing it would be missed. */
function reportBarred({ providers }: ConnectedConfig, log: Logger): void {
  for (const { id, key, barredBy } of installedProviders(providers, new Date())) {
    if (barredBy !== null && key !== 'missing') log.warn({ provider: id }, `left out: ${barredBy}`)
  }
}

function running(worker: Worker): Running {
  return {
    ended: worker.run(),
    stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown()
    },
  }
}

function report(log: Logger, queue: TaskQueue, { error, restartInMs }: Fault): void {
  log.error({ err: error, queue, restartInMs }, 'worker broke, it is started again')
}

async function allEnded(kept: readonly Promise<void>[]): Promise<void> {
  const ends = await Promise.allSettled(kept)
  const broken = ends.find((one) => one.status === 'rejected')
  if (broken) throw broken.reason
}
