import { hostname } from 'node:os'
import { Worker, type WorkerOptions } from '@temporalio/worker'
import type { Logger } from 'pino'
import { TASK_QUEUE_NAMES, TASK_QUEUES, type TaskQueue } from '../contracts/task-queues.ts'
import { unparkUnauthorized } from '../db/queries/ledger.ts'
import type { Config } from '../platform/config.ts'
import { RESTART_LIMITS } from '../platform/processes/index.ts'
import { workflowBundle } from './bundle.ts'
import { openDependencies } from './dependencies.ts'
import { DRAIN } from './drain.ts'
import { keepRunning, type Fault, type Running } from './keep-running.ts'
import { ACTIVITIES, optionsOf } from './specs.ts'
import { connect, installRuntime } from './temporal-connection.ts'

export interface WorkersOptions {
  /** All of them where absent. */
  readonly queues?: readonly TaskQueue[]
  /** Activities at once, for each of the queues; each has its own number where absent. */
  readonly concurrency?: number
}

export interface RunningWorkers {
  /** Resolves when all have drained, rejects when one was given up. */
  readonly finished: Promise<void>
  stop(): Promise<void>
}

/** Starts one worker per queue in this process, and starts it anew when it breaks. */
export async function startWorkers(
  config: Config,
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
        limits: RESTART_LIMITS,
        signal: end.signal,
        onFault: (fault) => {
          report(log, queue, fault)
        },
      }),
    )
    const finished = allEnded(kept, end).finally(() => factory.close())
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
  config: Config,
  log: Logger,
  { queues = TASK_QUEUE_NAMES, concurrency }: WorkersOptions,
) {
  const deps = openDependencies(config, log)
  if (queues.includes(TASK_QUEUES.weatherRefresh)) await unparkUnauthorized(deps.db)
  const connection = await connect(config, log)
  const shared: Omit<WorkerOptions, 'taskQueue'> = {
    connection,
    namespace: config.temporal.namespace,
    workflowBundle: await workflowBundle(),
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

function running(worker: Worker): Running {
  return {
    ended: worker.run(),
    stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown()
    },
  }
}

function report(log: Logger, queue: TaskQueue, { error, restartInMs }: Fault): void {
  const fields = { err: error, queue, restartInMs }
  if (restartInMs === undefined) log.fatal(fields, 'worker broke too often, given up')
  else log.error(fields, 'worker broke, starting it anew')
}

/** When one is given up the others drain: a process without one of its queues only looks alive. */
async function allEnded(kept: readonly Promise<void>[], end: AbortController): Promise<void> {
  const ends = await Promise.allSettled(
    kept.map((one) =>
      one.finally(() => {
        end.abort()
      }),
    ),
  )
  const broken = ends.find((one) => one.status === 'rejected')
  if (broken) throw broken.reason
}
