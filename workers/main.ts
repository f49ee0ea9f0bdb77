import type { Worker } from '@temporalio/worker'
import type { Logger } from 'pino'
import { TASK_QUEUE_NAMES, type TaskQueue } from '../contracts/task-queues.ts'
import type { ConnectedConfig } from '../platform/config/connected-config.ts'
import { RESTART_BACKOFF } from '../platform/processes/index.ts'
import { keepRunning, type Fault, type Running } from './keep-running.ts'
import { installRuntime } from './temporal-connection.ts'
import { openFactory, type FactoryOptions, type WorkerFactory } from './worker-factory.ts'

export interface WorkersOptions extends Omit<FactoryOptions, 'queues'> {
  /** All of them where absent. */
  readonly queues?: readonly TaskQueue[]
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
  const factory = await openFactory(config, log, { ...options, queues })
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
    const finished = closedAfter(allEnded(kept), factory)
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

async function closedAfter(ended: Promise<void>, factory: WorkerFactory): Promise<void> {
  try {
    await ended
  } finally {
    await factory.close()
  }
}

async function allEnded(kept: readonly Promise<void>[]): Promise<void> {
  const ends = await Promise.allSettled(kept)
  const broken = ends.find((one) => one.status === 'rejected')
  if (broken) throw broken.reason
}
